package io.logsink.pipeline;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.AttributeValue.LongValue;
import io.logsink.api.record.AttributeValue.StringValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How losses, and an end without closing, are told in the log itself; and how they are read again.
 */
final class LossRecords {
  static final String EVENT = "event.name";
  static final String LOSS = "logsink.loss";
  static final String UNCLEAN_END = "logsink.unclean_end";
  static final String SOURCE = "loss.source";
  static final String REASON = "loss.reason";
  static final String COUNT = "loss.count";
  static final String BYTES = "loss.bytes";
  static final String FIRST = "loss.first_nanos";
  static final String LAST = "loss.last_nanos";

  /** What a loss record says. */
  record Said(Source source, Fate fate, Loss loss) {}

  private LossRecords() {}

  /** The record that tells {@code loss}. */
  static LogRecord of(Instant now, Source source, Fate fate, Loss loss) {
    Tally tally = loss.tally();
    String text =
        "%d records of %s (%d bytes) are not in the log: %s, from %s to %s"
            .formatted(
                tally.recordCount(),
                source,
                tally.bodyBytes(),
                fate.word(),
                EpochNanos.toInstant(loss.firstNanos()),
                EpochNanos.toInstant(loss.lastNanos()));
    Map<String, AttributeValue> attributes =
        Map.of(
            EVENT, AttributeValue.of(LOSS),
            SOURCE, AttributeValue.of(source.name()),
            REASON, AttributeValue.of(fate.word()),
            COUNT, AttributeValue.of(tally.recordCount()),
            BYTES, AttributeValue.of(tally.bodyBytes()),
            FIRST, AttributeValue.of(loss.firstNanos()),
            LAST, AttributeValue.of(loss.lastNanos()));
    return own(now, fate.isReduction() ? Severity.INFO : Severity.WARN, text, attributes);
  }

  /** The record that tells of a process that ended without closing its pipeline. */
  static LogRecord uncleanEnd(Instant now, Instant saved) {
    String text =
        "the process before did not close its pipeline; its counters are those of %s and what is stored since"
            .formatted(saved);
    return own(now, Severity.WARN, text, Map.of(EVENT, AttributeValue.of(UNCLEAN_END)));
  }

  private static LogRecord own(
      Instant now, Severity severity, String text, Map<String, AttributeValue> attributes) {
    return LogRecord.of(now, LogPipeline.OWN_SOURCE, LogBody.of(text))
        .withSeverity(severity)
        .withAttributes(Attributes.of(attributes));
  }

  /** What {@code record} says was lost, or null when it is no loss record. */
  static @Nullable Said parse(LogRecord record) {
    Attributes attributes = record.attributes();
    if (!record.source().equals(LogPipeline.OWN_SOURCE)
        || !AttributeValue.of(LOSS).equals(attributes.get(EVENT))) {
      return null;
    }
    return attributes.get(SOURCE) instanceof StringValue(String source)
            && attributes.get(REASON) instanceof StringValue(String reason)
            && attributes.get(COUNT) instanceof LongValue(long count)
            && attributes.get(BYTES) instanceof LongValue(long bytes)
            && attributes.get(FIRST) instanceof LongValue(long first)
            && attributes.get(LAST) instanceof LongValue(long last)
        ? new Said(
            Source.of(source), Fate.ofWord(reason), new Loss(new Tally(count, bytes), first, last))
        : null;
  }
}
