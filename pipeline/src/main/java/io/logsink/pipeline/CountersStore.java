package io.logsink.pipeline;

import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where counters outlive the process. For one thread at a time. */
interface CountersStore {
  /**
   * What was saved last, or null when there is nothing that can be read.
   *
   * @throws SinkUnavailableException when what is there cannot be looked at
   */
  @Nullable Counters load() throws SinkUnavailableException;

  /** Writes {@code counters} durably. When it throws, those before are in force. */
  void save(Counters counters) throws IOException;
}
