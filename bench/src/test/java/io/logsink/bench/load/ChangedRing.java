package io.logsink.bench.load;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.bench.Contender;
import io.logsink.ring.RingBackend;
import java.util.function.UnaryOperator;

/**
 * A ring that a test has changed.
 *
 * @param name its name
 * @param change what is done to the ring
 */
public record ChangedRing(String name, UnaryOperator<LogSink> change) implements LogSinkBackend {
  /** It as a contender. */
  public Contender contender() {
    return new Contender(name, this, defaultSettings());
  }

  @Override
  public Record defaultSettings() {
    return new RingBackend().defaultSettings();
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    return change.apply(new RingBackend().open(config));
  }
}
