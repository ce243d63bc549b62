package io.logsink.rotfile;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.record.Source;
import io.logsink.storage.Window;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** One run through the spans of a window. Damage is told where it stands, and stepped over. */
final class WindowScan {
  private final SpanReader reader;
  private final Window.Scan scan;
  private final Window.Visitor visitor;
  private final String where;
  private final boolean forward;
  private final Map<Source, Boolean> admitted = new HashMap<>();

  /** A run for {@code visitor}; {@code where} names the window in what it is told of damage. */
  WindowScan(SpanReader reader, Window.Scan scan, Window.Visitor visitor, String where) {
    this.reader = reader;
    this.scan = scan;
    this.visitor = visitor;
    this.where = where;
    this.forward = scan.direction() == Direction.FORWARD;
  }

  /**
   * Runs through all spans, of which those that are not {@code candidate} cannot match.
   *
   * @throws ReplacedException when the files are gone, after what was visited
   */
  void run(Spans spans, IntPredicate candidate) throws IOException {
    int count = spans.count();
    for (int i = 0; i < count; i++) {
      int index = forward ? i : count - 1 - i;
      if (!through(spans.get(index), candidate.test(index))) {
        return;
      }
    }
  }

  /** Returns whether the visitor wants more. */
  boolean through(Span span, boolean isCandidate) throws IOException {
    if (forward) {
      damaged(span.lostFirst(), span.lostLast(), "blocks of the ledger are damaged");
    }
    boolean worthReading =
        isCandidate
            && span.overlaps(scan.firstSequence(), scan.lastSequence())
            && span.admits(scan.bounds());
    if (worthReading && !show(span)) {
      return false;
    }
    if (!forward) {
      damaged(span.lostFirst(), span.lostLast(), "blocks of the ledger are damaged");
    }
    return true;
  }

  private boolean show(Span span) throws IOException {
    List<BlockContent> contents =
        reader.read(span, scan.firstSequence(), scan.lastSequence(), this::admits);
    long end =
        contents.isEmpty()
            ? Math.max(span.firstSequence(), scan.firstSequence()) - 1
            : contents.getLast().block().head().lastSequence();
    if (!forward) {
      missing(end, span);
    }
    for (BlockContent content : forward ? contents : contents.reversed()) {
      if (!show(content)) {
        return false;
      }
    }
    if (forward) {
      missing(end, span);
    }
    return true;
  }

  /** Blocks that were whole when the window was opened, and are not now. */
  private void missing(long end, Span span) {
    damaged(end + 1, span.lastSequence(), "blocks of the ledger have become damaged");
  }

  private boolean admits(Source source) {
    return admitted.computeIfAbsent(source, scan.bounds()::admits);
  }

  private boolean show(BlockContent content) throws IOException {
    BlockContent.Slots slots = content.read(scan);
    long first = content.block().head().firstSequence();
    int count = slots.entries.length;
    for (int step = 0; step < count; step++) {
      int i = forward ? step : count - 1 - step;
      LogEntry entry = slots.entries[i];
      if (entry != null && !visitor.visit(entry)) {
        return false;
      }
      if (slots.damaged[i]) {
        int last = lastDamaged(slots, i);
        damaged(first + Math.min(i, last), first + Math.max(i, last), slots.detail());
        step += Math.abs(last - i);
      }
    }
    return true;
  }

  private int lastDamaged(BlockContent.Slots slots, int from) {
    int step = forward ? 1 : -1;
    int last = from;
    while (last + step >= 0 && last + step < slots.damaged.length && slots.damaged[last + step]) {
      last += step;
    }
    return last;
  }

  private void damaged(long first, long last, String detail) {
    long firstWanted = Math.max(first, scan.firstSequence());
    long lastWanted = Math.min(last, scan.lastSequence());
    if (firstWanted <= lastWanted) {
      visitor.damaged(firstWanted, lastWanted, where + ": " + detail);
    }
  }
}
