package io.logsink.bench.database;

import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.PageBuilder;
import io.logsink.api.query.Position;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.BlockSummary;
import io.logsink.storage.block.DamagedBlockException;
import java.sql.SQLException;
import java.util.List;

/** Runs through the blocks that can have a match, for one page. */
final class BlockScan {
  private final BlockFile file;
  private final List<BlockSummary> summaries;
  private final boolean forward;
  private final FilterBounds bounds;
  private final PageBuilder page;
  private final long newest;
  private final long low;
  private final long high;

  BlockScan(BlockFile file, List<BlockSummary> summaries, LogQuery query) {
    this.file = file;
    this.summaries = summaries;
    forward = query.direction() == Direction.FORWARD;
    bounds = query.filter().bounds();
    page = new PageBuilder(query);
    newest = summaries.isEmpty() ? 0 : summaries.getLast().lastSequence();
    long start = start(query.position());
    low = forward ? start : 1;
    high = forward ? newest : Math.min(start, newest);
  }

  private long start(Position position) {
    return switch (position) {
      case Position.Oldest() -> forward ? 1 : 0;
      case Position.Newest() -> forward ? newest + 1 : newest;
      case Position.After(Cursor cursor) -> cursor.sequence() + (forward ? 1 : -1);
      case Position.At(long nanos) ->
          throw new UnsupportedOperationException("blocks are not read from a time on: " + nanos);
    };
  }

  LogPage page() throws SQLException, DamagedBlockException {
    for (BlockSummary block : forward ? summaries : summaries.reversed()) {
      boolean reached = block.firstSequence() <= high && low <= block.lastSequence();
      if (reached && block.admits(bounds) && !offer(block)) {
        break;
      }
    }
    return page.build(new Cursor(forward ? Math.max(newest, low - 1) : 0));
  }

  private boolean offer(BlockSummary block) throws SQLException, DamagedBlockException {
    List<LogEntry> entries = BlockCodec.decode(file.read(block.firstSequence()));
    for (LogEntry entry : forward ? entries : entries.reversed()) {
      boolean inside = low <= entry.sequence() && entry.sequence() <= high;
      if (inside && !page.offer(entry)) {
        return false;
      }
    }
    return true;
  }
}
