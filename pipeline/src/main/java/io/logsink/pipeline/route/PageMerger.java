package io.logsink.pipeline.route;

import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Merges lanes into one page. For one thread. */
final class PageMerger {
  private static final Comparator<Lane> BY_TIME =
      Comparator.comparingLong(Lane::headNanos).thenComparing(Lane::sink);

  private final List<Lane> lanes;
  private final int limit;
  private final Comparator<Lane> order;
  private final List<MergedEntry> entries = new ArrayList<>();
  private long bodyBytes;

  PageMerger(List<Lane> lanes, LogQuery query) {
    this.lanes = lanes;
    this.limit = query.limit();
    this.order = query.direction() == Direction.FORWARD ? BY_TIME : BY_TIME.reversed();
  }

  MergedPage merge() {
    for (Lane lane = next(); lane != null; lane = next()) {
      MergedEntry taken = lane.take();
      entries.add(taken);
      bodyBytes += taken.entry().record().body().length();
    }
    return page();
  }

  /**
   * The lane whose head comes next, or null when the page ends here: a blind lane may have a record
   * that comes before all heads.
   */
  private @Nullable Lane next() {
    Lane first = null;
    for (Lane lane : lanes) {
      if (isFull() || lane.isBlind()) {
        return null;
      }
      if (lane.hasHead() && (first == null || order.compare(lane, first) < 0)) {
        first = lane;
      }
    }
    return first;
  }

  private boolean isFull() {
    return entries.size() >= limit || bodyBytes >= LogPage.MAX_BODY_BYTES;
  }

  private MergedPage page() {
    SortedMap<String, Cursor> cursors = new TreeMap<>();
    Map<String, List<Gap>> gaps = new TreeMap<>();
    for (Lane lane : lanes) {
      cursors.put(lane.sink(), lane.cursor());
      if (!lane.gaps().isEmpty()) {
        gaps.put(lane.sink(), lane.gaps());
      }
    }
    boolean more = lanes.stream().anyMatch(Lane::hasMore);
    return new MergedPage(entries, new MergedCursor(cursors), more, gaps);
  }
}
