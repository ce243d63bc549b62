package io.logsink.pipeline.route;

import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import java.util.List;
import java.util.Optional;

/**
 * What one sink has for a merged page, and how much of it was given out. Only that moves the sink's
 * place: the next page finds the rest again.
 */
final class Lane {
  private final String sink;
  private final LogQuery query;
  private final LogPage page;
  private int givenCount;

  Lane(String sink, LogQuery query, LogPage page) {
    this.sink = sink;
    this.query = query;
    this.page = page;
  }

  String sink() {
    return sink;
  }

  boolean hasHead() {
    return givenCount < page.entries().size();
  }

  /** The next entry to give out. */
  LogEntry head() {
    return page.entries().get(givenCount);
  }

  long headNanos() {
    return head().record().timestampNanos();
  }

  MergedEntry take() {
    LogEntry entry = head();
    givenCount++;
    return new MergedEntry(sink, entry);
  }

  /** Whether it cannot tell what comes next, because the sink ended its page before it came. */
  boolean isBlind() {
    return !hasHead() && page.more();
  }

  boolean hasMore() {
    return hasHead() || page.more();
  }

  /** How far it went. */
  Cursor cursor() {
    if (!hasHead()) {
      return page.cursor();
    }
    if (givenCount > 0) {
      return page.entries().get(givenCount - 1).cursor();
    }
    return query.position() instanceof Position.After(Cursor start) ? start : beforeHead();
  }

  private Cursor beforeHead() {
    return new Cursor(head().sequence() + (isForward() ? -1 : 1));
  }

  private boolean isForward() {
    return query.direction() == Direction.FORWARD;
  }

  /** What is gone as far as it went; of the rest the next page tells. */
  List<Gap> gaps() {
    return hasHead()
        ? page.gaps().stream().map(this::passed).flatMap(Optional::stream).toList()
        : page.gaps();
  }

  private Optional<Gap> passed(Gap gap) {
    long here = cursor().sequence();
    long first = isForward() ? gap.firstSequence() : Math.max(gap.firstSequence(), here);
    long last = isForward() ? Math.min(gap.lastSequence(), here) : gap.lastSequence();
    return first > last
        ? Optional.empty()
        : Optional.of(new Gap(first, last, gap.cause(), gap.detail()));
  }
}
