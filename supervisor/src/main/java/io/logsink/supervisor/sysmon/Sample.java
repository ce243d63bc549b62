package io.logsink.supervisor.sysmon;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The values of one record: each as a word of its text, and as an attribute. */
final class Sample {
  private final StringJoiner text = new StringJoiner(" ");
  private final Map<String, AttributeValue> attributes = new TreeMap<>();

  Sample add(String word, String attribute, String value) {
    return add(word, attribute, value, AttributeValue.of(value));
  }

  Sample add(String word, String attribute, long value) {
    return add(word, attribute, Long.toString(value), AttributeValue.of(value));
  }

  /** A share or a load; left out when it is not known. */
  Sample add(String word, String attribute, double value) {
    return value >= 0 && Double.isFinite(value)
        ? add(word, attribute, String.format(Locale.ROOT, "%.3f", value), AttributeValue.of(value))
        : this;
  }

  private Sample add(String word, String attribute, String shown, AttributeValue value) {
    text.add(word + "=" + shown);
    attributes.put(attribute, value);
    return this;
  }

  LogRecord record(Instant time) {
    return LogRecord.of(time, SystemMonitor.SOURCE, LogBody.of(text.toString()))
        .withAttributes(Attributes.of(attributes));
  }
}
