package io.logsink.baselines.appender;

import io.logsink.api.record.LogRecord;
import java.io.Serial;
import org.apache.logging.log4j.message.AsynchronouslyFormattable;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.TimestampMessage;
import org.jspecify.annotations.Nullable;

/** A record as Log4j2 takes it: its body as text, and its own time, in milliseconds. */
@AsynchronouslyFormattable
final class BodyMessage implements Message, TimestampMessage {
  @Serial private static final long serialVersionUID = 1L;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final String text;
  private final long millis;

  BodyMessage(LogRecord entry) {
    text = entry.body().text();
    millis = Math.floorDiv(entry.timestampNanos(), NANOS_PER_MILLI);
  }

  @Override
  public String getFormattedMessage() {
    return text;
  }

  @Override
  public Object @Nullable [] getParameters() {
    return null;
  }

  @Override
  public @Nullable Throwable getThrowable() {
    return null;
  }

  @Override
  public long getTimestamp() {
    return millis;
  }
}
