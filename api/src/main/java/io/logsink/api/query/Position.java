package io.logsink.api.query;

import io.logsink.api.record.EpochNanos;
import java.time.Instant;

/** Where in the append order a page starts. */
public sealed interface Position {
  /** Before the oldest record that the store still has. */
  record Oldest() implements Position {}

  /**
   * After the newest record. Backwards this is the usual start; forwards it gives only what comes
   * later.
   */
  record Newest() implements Position {}

  /**
   * Next to a cursor: forwards what follows it, backwards what precedes it; never the cursor's own
   * record.
   */
  record After(Cursor cursor) implements Position {}

  /**
   * At a time. Forwards the page starts with the first record, in append order, whose timestamp is
   * {@code nanos} or later; backwards with the last one whose timestamp is {@code nanos} or
   * earlier. Clocks step back, so later records of the page may lie on the other side of that time:
   * add a {@link LogFilter#time time filter} where that matters.
   *
   * @param nanos nanoseconds since 1970
   */
  record At(long nanos) implements Position {}

  /** Before the oldest record. */
  static Position oldest() {
    return new Oldest();
  }

  /** After the newest record. */
  static Position newest() {
    return new Newest();
  }

  /** Next to {@code cursor}. */
  static Position after(Cursor cursor) {
    return new After(cursor);
  }

  /** At {@code time}. */
  static Position at(Instant time) {
    return new At(EpochNanos.of(time));
  }
}
