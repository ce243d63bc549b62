package io.logsink.bench;

import io.logsink.api.LogPager;
import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogRecord;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Reads a whole store and compares every record with the one that was appended: each comes back
 * once, in order and equal, or the sink says that retention took it. Anything else fails.
 */
final class ReadBackCheck {
  private static final int PAGE_COUNT = 2_000;

  /** Not {@link Position#oldest()}, which says nothing of what is gone before the oldest. */
  private static final Position START = Position.after(new Cursor(0));

  private final Appended appended;
  private final BitSet gone = new BitSet();
  private final BitSet equal = new BitSet();
  private int latest = -1;

  private ReadBackCheck(Appended appended) {
    this.appended = appended;
  }

  /**
   * The check of all that {@code reader} has against all that was appended.
   *
   * @throws DifferenceException at the first thing that is not as it was
   */
  static ReadBack of(LogReader reader, Appended appended)
      throws LogSinkException, DifferenceException {
    ReadBackCheck check = new ReadBackCheck(appended);
    LogPager pager = new LogPager(reader, LogQuery.oldest(PAGE_COUNT).from(START));
    while (pager.hasMore()) {
      check.take(pager.next());
    }
    return check.result();
  }

  private void take(LogPage page) throws DifferenceException {
    for (Gap gap : page.gaps()) {
      take(gap);
    }
    for (LogEntry entry : page.entries()) {
      take(entry);
    }
  }

  private void take(Gap gap) throws DifferenceException {
    if (gap.cause() != Gap.Cause.RETENTION) {
      throw new DifferenceException(
          "the records %d to %d cannot be read: %s"
              .formatted(gap.firstSequence(), gap.lastSequence(), gap.detail()));
    }
    gone.set(appended.indexFrom(gap.firstSequence()), appended.indexFrom(gap.lastSequence() + 1));
  }

  private void take(LogEntry entry) throws DifferenceException {
    int index = requireEqual(appended, entry);
    if (index <= latest) {
      throw new DifferenceException(
          "the record %d came back again, or late".formatted(entry.sequence()));
    }
    latest = index;
    equal.set(index);
  }

  /** The index of the entry's record, once it is the one that was appended. */
  static int requireEqual(Appended appended, LogEntry entry) throws DifferenceException {
    int index = appended.indexOf(entry.sequence());
    if (index < 0) {
      throw new DifferenceException(
          "a record came back that was never appended, with the sequence " + entry.sequence());
    }
    LogRecord original = appended.records().get(index);
    if (!original.equals(entry.record())) {
      throw new DifferenceException(
          "record %d of %s came back changed: %s"
              .formatted(entry.sequence(), original.source(), change(original, entry.record())));
    }
    return index;
  }

  private static String change(LogRecord original, LogRecord back) {
    byte[] expected = original.body().unsafeArray();
    byte[] actual = back.body().unsafeArray();
    int at = Arrays.mismatch(expected, actual);
    return at < 0
        ? "not its body, but time, severity, source or attributes"
        : "body of %d bytes instead of %d, different from byte %d on"
            .formatted(actual.length, expected.length, at);
  }

  private ReadBack result() throws DifferenceException {
    BitSet known = (BitSet) gone.clone();
    known.or(equal);
    int lost = known.nextClearBit(0);
    if (lost < appended.recordCount()) {
      throw new DifferenceException(
          "%d of %d records did not come back and no gap says so; the first is the one at %d"
              .formatted(
                  appended.recordCount() - known.cardinality(), appended.recordCount(), lost));
    }
    long equalCount = equal.cardinality();
    return new ReadBack(appended.recordCount(), equalCount, appended.recordCount() - equalCount);
  }
}
