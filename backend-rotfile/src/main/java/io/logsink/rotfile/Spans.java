package io.logsink.rotfile;

import io.logsink.storage.WindowSummary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All spans of a window at one moment, oldest first. Immutable to whoever reads it. Versions share
 * one array: each has its own last span and looks at no element from its count on, so that the
 * newest version, and only that one, can be continued without a copy.
 */
final class Spans {
  static final Spans NONE = new Spans(new Span[0], 0, null, WindowSummary.EMPTY);

  private final Span[] settled;
  private final int settledCount;
  private final @Nullable Span last;
  private final WindowSummary summary;

  private Spans(Span[] settled, int settledCount, @Nullable Span last, WindowSummary summary) {
    this.settled = settled;
    this.settledCount = settledCount;
    this.last = last;
    this.summary = summary;
  }

  /** These and a block, or a mark, that follows them. */
  Spans plus(LedgerBlock block) {
    if (last == null) {
      return with(settled, 0, Span.of(block, block.head().windowFirst() - 1));
    }
    Span own = Span.of(block, last.lastSequence());
    if (last.takes(block)) {
      return new Spans(settled, settledCount, last.plus(block), summary.plus(own.summary()));
    }
    if (block.head().isMark() && !own.hasLost()) {
      return this;
    }
    Span[] room =
        settledCount < settled.length
            ? settled
            : Arrays.copyOf(settled, Math.max(16, 2 * settled.length));
    room[settledCount] = last;
    return with(room, settledCount + 1, own);
  }

  private Spans with(Span[] array, int count, Span fresh) {
    return new Spans(array, count, fresh, summary.plus(fresh.summary()));
  }

  int count() {
    return last == null ? 0 : settledCount + 1;
  }

  Span get(int index) {
    if (index == settledCount && last != null) {
      return last;
    }
    return settled[index];
  }

  WindowSummary summary() {
    return summary;
  }

  /** Whether anything got lost. */
  boolean hasLost() {
    for (int i = 0; i < count(); i++) {
      if (get(i).hasLost()) {
        return true;
      }
    }
    return false;
  }

  /** What only these very spans have in common with themselves: tells whether an index fits. */
  long fingerprint() {
    long print = count();
    for (int i = 0; i < count(); i++) {
      print = print * 31 + get(i).firstSequence();
      print = print * 31 + get(i).lastSequence();
    }
    return print;
  }
}
