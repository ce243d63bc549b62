package io.logsink.bench.capacity;

import io.logsink.api.LogSinkException;
import java.io.IOException;

/** Something that can be tried at a rate, each time afresh. */
@FunctionalInterface
public interface RateTrial {
  /**
   * Tries it.
   *
   * @param rate records a second
   * @throws LogSinkException when the store failed in a way that no other rate would mend
   * @throws IOException when files could not be made or removed
   * @throws InterruptedException when the thread was interrupted
   */
  Trial at(double rate) throws LogSinkException, IOException, InterruptedException;
}
