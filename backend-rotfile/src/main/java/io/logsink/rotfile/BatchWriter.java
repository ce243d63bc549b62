package io.logsink.rotfile;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.storage.block.ByteWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * One append under way. First the lines go to their files, at one write a source; then the blocks
 * go to the ledger, and the last of them makes the append count.
 */
final class BatchWriter {
  /** Blocks that are not the last may be written before the lines are: alone they do not count. */
  private static final int FLUSH_BYTES = 8 << 20;

  private final WindowFiles files;
  private final OpenFiles open;
  private final LinePrefix prefix;
  private final ToLongFunction<Source> endOf;
  private final Map<Source, NewText> texts = new LinkedHashMap<>();
  private final List<LedgerBlock> blocks = new ArrayList<>();
  private ByteWriter unwritten = new ByteWriter();
  private long ledgerWritten;
  private long windowFirst;
  private long previousSequence;

  /**
   * A writer for the next append.
   *
   * @param endOf where each source's file ends now
   * @param ledgerEnd where the ledger ends now
   * @param windowFirst the window's first sequence, or 0 when there is none yet
   * @param previousSequence the last sequence that is in the window
   */
  BatchWriter(
      WindowFiles files,
      OpenFiles open,
      LinePrefix prefix,
      ToLongFunction<Source> endOf,
      long ledgerEnd,
      long windowFirst,
      long previousSequence) {
    this.files = files;
    this.open = open;
    this.prefix = prefix;
    this.endOf = endOf;
    this.ledgerWritten = ledgerEnd;
    this.windowFirst = windowFirst;
    this.previousSequence = previousSequence;
  }

  /** Writes everything and returns the blocks, which are stored then. */
  List<LedgerBlock> write(long firstSequence, LogBatch batch) throws IOException {
    DraftBlock draft = new DraftBlock(firstSequence);
    for (LogRecord record : batch) {
      if (draft.isFull()) {
        end(draft, false);
        draft = new DraftBlock(draft.nextSequence());
      }
      textOf(record.source()).add(prefix, record);
      draft.add(record);
    }
    end(draft, true);
    for (NewText text : texts.values()) {
      text.flush();
    }
    flushLedger();
    return blocks;
  }

  private NewText textOf(Source source) {
    NewText text = texts.get(source);
    if (text == null) {
      text = new NewText(open, source, files.text(source), endOf.applyAsLong(source));
      texts.put(source, text);
    }
    return text;
  }

  private void end(DraftBlock draft, boolean endsAppend) throws IOException {
    List<TextRun> runs = new ArrayList<>(draft.sources().size());
    for (Source source : draft.sources()) {
      runs.add(Objects.requireNonNull(texts.get(source)).endRun());
    }
    BlockHead head = draft.head(endsAppend, windowFirst, previousSequence, 0, runs);
    long at = ledgerWritten + unwritten.length();
    ByteWriter records = draft.records();
    blocks.add(LedgerBlock.write(unwritten, at, head, records.array(), records.length()));
    windowFirst = head.windowFirst();
    previousSequence = head.lastSequence();
    if (!endsAppend && unwritten.length() > FLUSH_BYTES) {
      flushLedger();
    }
  }

  private void flushLedger() throws IOException {
    open.write(files.ledger(), unwritten.array(), unwritten.length(), ledgerWritten);
    ledgerWritten += unwritten.length();
    unwritten = new ByteWriter();
  }

  /** The sources whose files it has touched, or may have, with the ends of these. */
  Map<Source, NewText> texts() {
    return texts;
  }
}
