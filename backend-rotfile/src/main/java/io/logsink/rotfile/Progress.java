package io.logsink.rotfile;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.storage.Window;

/** Passes on what a scan finds, and knows how to go on after a break. */
final class Progress implements Window.Visitor {
  private final Window.Scan scan;
  private final Window.Visitor visitor;
  private final boolean forward;
  private long first;
  private long last;

  Progress(Window.Scan scan, Window.Visitor visitor) {
    this.scan = scan;
    this.visitor = visitor;
    this.forward = scan.direction() == Direction.FORWARD;
    this.first = scan.firstSequence();
    this.last = scan.lastSequence();
  }

  @Override
  public boolean visit(LogEntry entry) {
    reached(entry.sequence(), entry.sequence());
    return visitor.visit(entry);
  }

  @Override
  public void damaged(long firstSequence, long lastSequence, String detail) {
    reached(firstSequence, lastSequence);
    visitor.damaged(firstSequence, lastSequence, detail);
  }

  private void reached(long from, long to) {
    first = forward ? to + 1 : first;
    last = forward ? last : from - 1;
  }

  /** The scan for what is left. */
  Window.Scan rest() {
    return new Window.Scan(first, last, scan.direction(), scan.bounds());
  }
}
