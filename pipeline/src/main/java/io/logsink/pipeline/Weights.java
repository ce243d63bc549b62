package io.logsink.pipeline;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import java.util.Map;

/**
 * How many bytes of memory a record takes, so that a bound in bytes is one: its body, its name, its
 * attributes, and the objects around them as a 64-bit JVM with compressed references lays them out,
 * rounded up.
 */
final class Weights {
  /** What a record weighs besides its body, the name of its source, and its attributes. */
  static final int RECORD_BYTES = 256;

  /** What an attribute weighs besides its key and value. */
  static final int ATTRIBUTE_BYTES = 160;

  private static final int ATTRIBUTES_BYTES = 128;

  private Weights() {}

  static long of(LogRecord record) {
    return RECORD_BYTES
        + record.source().name().length()
        + record.body().length()
        + (record.attributes().isEmpty() ? 0 : of(record.attributes()));
  }

  private static long of(Attributes attributes) {
    long bytes = ATTRIBUTES_BYTES;
    for (Map.Entry<String, AttributeValue> entry : attributes.asMap().entrySet()) {
      bytes += ATTRIBUTE_BYTES + 2L * entry.getKey().length() + of(entry.getValue());
    }
    return bytes;
  }

  private static long of(AttributeValue value) {
    return switch (value) {
      case AttributeValue.StringValue(String text) -> 2L * text.length();
      case AttributeValue.BytesValue bytes -> bytes.value().length;
      case AttributeValue.BooleanValue _ -> 0;
      case AttributeValue.LongValue _ -> 0;
      case AttributeValue.DoubleValue _ -> 0;
    };
  }
}
