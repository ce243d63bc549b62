package io.logsink.rotfile;

import io.logsink.api.record.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out what a ledger holds. What does not read well before the last mark was whole once and is
 * damaged now: it is stepped over, and the block behind it tells which sequences are lost. After
 * the last mark it may as well be an append that a crash has torn, or of which a power loss left
 * the later half: there the ledger ends with the last append before it.
 */
final class LedgerLoad {
  /** Looks at a block that was perhaps never flushed. */
  interface Check {
    boolean isWhole(LedgerBlock block) throws IOException;
  }

  private final LedgerFile ledger;
  private final Check check;
  private final List<LedgerBlock> underWay = new ArrayList<>();
  private final Map<Source, Long> textEnds = new HashMap<>();
  private Spans spans = Spans.NONE;
  private long markEnd;
  private long next;
  private long end;

  private LedgerLoad(LedgerFile ledger, Check check) {
    this.ledger = ledger;
    this.check = check;
  }

  /** Of a ledger that may not have been flushed to its end. */
  static LedgerState ofGrowing(LedgerFile ledger, Check check) throws IOException {
    LedgerLoad load = new LedgerLoad(ledger, check);
    ledger.forEach(load::findMark);
    return load.run();
  }

  /** Of a ledger that was flushed as a whole. */
  static LedgerState ofSealed(LedgerFile ledger) throws IOException {
    LedgerLoad load = new LedgerLoad(ledger, block -> true);
    load.markEnd = Long.MAX_VALUE;
    return load.run();
  }

  private boolean findMark(LedgerBlock block) {
    markEnd = block.head().isMark() ? block.end() : markEnd;
    return true;
  }

  private LedgerState run() throws IOException {
    ledger.forEach(this::take);
    return new LedgerState(spans, Map.copyOf(textEnds), end, end > markEnd);
  }

  private boolean take(LedgerBlock block) throws IOException {
    if (block.at() < markEnd) {
      add(block);
      return true;
    }
    if (block.at() != Math.max(next, markEnd) || !check.isWhole(block)) {
      return false;
    }
    next = block.end();
    underWay.add(block);
    if (block.head().endsAppend()) {
      underWay.forEach(this::add);
      underWay.clear();
    }
    return true;
  }

  private void add(LedgerBlock block) {
    spans = spans.plus(block);
    block.head().texts().forEach(text -> textEnds.merge(text.source(), text.end(), Math::max));
    end = block.end();
  }
}
