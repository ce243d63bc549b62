package io.logsink.pipeline;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line that was let through, and those like it that came since: the last is held, those between
 * are only counted. Guarded by the flow's lock.
 */
final class Repeats {
  static final String COUNT = "repeats.count";
  static final String BYTES = "repeats.bytes";
  static final String FIRST = "repeats.first_nanos";

  private static final int ATTRIBUTE_COUNT = 3;

  /** What the attributes may add to the weight of the last line. */
  static final int WEIGHT = 4 * Weights.ATTRIBUTE_BYTES;

  private final long firstNanos;
  private @Nullable Item last;
  private long mergedCount;
  private long mergedBytes;

  Repeats(LogRecord first) {
    this.firstNanos = first.timestampNanos();
  }

  /** Gives up the line that was the last; null when there is none. */
  @Nullable Item merge() {
    Item before = last;
    last = null;
    if (before != null) {
      mergedCount++;
      mergedBytes += before.record.body().length();
    }
    return before;
  }

  void setLast(Item item) {
    last = item;
  }

  /** The last line with the count of those that were merged into it, or null. */
  @Nullable Item end() {
    Item ending = last;
    last = null;
    if (ending != null) {
      annotate(ending);
    }
    return ending;
  }

  /** Says in {@code item} how many lines between the first and it were merged. */
  void annotate(Item item) {
    Attributes attributes = item.record.attributes();
    if (mergedCount > 0 && attributes.size() + ATTRIBUTE_COUNT <= Attributes.MAX_COUNT) {
      Map<String, AttributeValue> values = new TreeMap<>(attributes.asMap());
      values.put(COUNT, AttributeValue.of(mergedCount));
      values.put(BYTES, AttributeValue.of(mergedBytes));
      values.put(FIRST, AttributeValue.of(firstNanos));
      item.annotate(Attributes.of(values));
    }
  }
}
