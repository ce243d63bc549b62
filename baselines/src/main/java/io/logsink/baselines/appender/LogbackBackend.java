package io.logsink.baselines.appender;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.bench.AppendOnlyBackend;

/**
 * The baseline {@code logback}: a {@code RollingFileAppender} with a pattern, rolling by day and
 * size.
 *
 * <p>Each line is with the operating system when its append returns, so it survives the process;
 * Logback never flushes a file to disk, so a sync adds nothing.
 */
public final class LogbackBackend implements AppendOnlyBackend {
  private static final String NAME = "logback";
  private static final Capabilities CAPABILITIES =
      Capabilities.least()
          .withVisibility(Visibility.ON_APPEND)
          .withDurability(Durability.PROCESS_CRASH, Durability.PROCESS_CRASH);

  /** For {@link java.util.ServiceLoader}. */
  public LogbackBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LogbackSettings defaultSettings() {
    return LogbackSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    LogbackSettings settings = config.settings(LogbackSettings.class);
    return LineSink.open(
        NAME, settings.directory(), config, CAPABILITIES, () -> new LogbackAppender(settings));
  }
}
