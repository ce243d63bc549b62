package io.logsink.baselines.appender;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.bench.AppendOnlyBackend;

/**
 * The baseline {@code log4j2}: asynchronous loggers over the Disruptor and a {@code
 * RollingRandomAccessFile} with a pattern.
 *
 * <p>An append is in the ring buffer, in memory. A sync waits until the appender has taken all of
 * it and written its buffer, which survives the process; Log4j2 never flushes a file to disk.
 */
public final class Log4jBackend implements AppendOnlyBackend {
  private static final String NAME = "log4j2";
  private static final Capabilities CAPABILITIES =
      Capabilities.least().withDurability(Durability.VOLATILE, Durability.PROCESS_CRASH);

  /** For {@link java.util.ServiceLoader}. */
  public Log4jBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Log4jSettings defaultSettings() {
    return Log4jSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    Log4jSettings settings = config.settings(Log4jSettings.class);
    return LineSink.open(
        NAME, settings.directory(), config, CAPABILITIES, () -> new Log4jAppender(settings));
  }
}
