package io.logsink.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last lines of a source that rate and sampling would drop: each is held until so many lines
 * came after it that it is not one of the last. Guarded by the flow's lock.
 */
final class Tail {
  /** A line that is dropped for {@code fate} unless the source ends. */
  private record Dropped(Item item, Fate fate, long lineNumber) {}

  private final int keptCount;
  private final Flow flow;
  private final Admission admission;
  private final Deque<Dropped> lines = new ArrayDeque<>();
  private long lineNumber;

  Tail(int keptCount, Flow flow, Admission admission) {
    this.keptCount = keptCount;
    this.flow = flow;
    this.admission = admission;
  }

  /** Another line came. */
  void count() {
    lineNumber++;
    while (!lines.isEmpty() && lines.getFirst().lineNumber() <= lineNumber - keptCount) {
      dropOldest();
    }
  }

  private void dropOldest() {
    Dropped oldest = lines.removeFirst();
    flow.settle(oldest.item(), oldest.fate());
  }

  /** The line that came is dropped, sooner or later. */
  void drop(Item item, Fate fate) {
    while (!lines.isEmpty() && !admission.canHold(item)) {
      dropOldest();
    }
    if (keptCount > 0 && admission.canHold(item)) {
      flow.hold(item);
      lines.add(new Dropped(item, fate, lineNumber));
    } else {
      flow.settle(item, fate);
    }
  }

  /** The source ended: what is held goes to {@code ended}. */
  void end(List<Item> ended) {
    lines.forEach(line -> ended.add(line.item()));
    lines.clear();
  }
}
