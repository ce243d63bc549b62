package io.logsink.rotfile;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.Source;
import io.logsink.storage.Folders;
import io.logsink.storage.block.ByteWriter;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sealed form of a window beside the other: compresses the text files as they are, writes
 * the ledger anew, a block a span, and makes the index.
 *
 * <p>What is damaged stays so: a span with damage is carried over block by block with the checksums
 * it had, because new ones would make the damage good.
 */
final class Sealer {
  private static final int FLUSH_BYTES = 1 << 20;

  private final WindowFiles files;
  private final OpenFiles open;
  private final Spans spans;
  private final int zstdLevel;
  private ByteWriter unwritten = new ByteWriter();
  private long written;
  private long recordCount;

  Sealer(WindowFiles files, OpenFiles open, Spans spans, int zstdLevel) {
    this.files = files;
    this.open = open;
    this.spans = spans;
    this.zstdLevel = zstdLevel;
  }

  /** Makes everything but the rename that puts it in force; flushed. */
  void run() throws IOException {
    files.deleteUnfinishedSeal();
    for (Path text : files.texts()) {
      SeekableFile.write(text, text.resolveSibling(text.getFileName() + ".zst"), zstdLevel);
    }
    writeLedger();
    verify(index());
    open.close(files.newSealedLedger());
    Folders.sync(files.folder());
  }

  /** Makes the index by reading the sealed form; returns how many records that has. */
  private long index() throws IOException {
    LedgerFile ledger = new LedgerFile(open, files.newSealedLedger());
    return IndexBuilder.build(
        files,
        LedgerLoad.ofSealed(ledger).spans(),
        new SpanReader(open, files.newSealedLedger(), new SealedTexts(files, open)));
  }

  /** The other form is deleted next; that is the moment to look twice. */
  private void verify(long sealedCount) throws IOException {
    if (sealedCount != recordCount) {
      throw new IOException(
          "the sealed files give back %d of %d records; the others are kept, check the disk"
              .formatted(sealedCount, recordCount));
    }
  }

  private void writeLedger() throws IOException {
    Path target = Files.createFile(files.newSealedLedger());
    SpanReader reader = new SpanReader(open, files.ledger(), new PlainTexts(files, open));
    for (int i = 0; i < spans.count(); i++) {
      carryOver(reader, spans.get(i));
      flush(target, FLUSH_BYTES);
    }
    if (spans.count() > 0) {
      writeMark(spans.summary().lastSequence() + 1);
    }
    flush(target, 1);
    open.force(target);
  }

  private void flush(Path target, int fromBytes) throws IOException {
    if (unwritten.length() >= fromBytes) {
      open.write(target, unwritten.array(), unwritten.length(), written);
      written += unwritten.length();
      unwritten = new ByteWriter();
    }
  }

  private void carryOver(SpanReader reader, Span span) throws IOException {
    List<BlockContent> contents =
        reader.read(span, span.firstSequence(), span.lastSequence(), source -> true);
    List<LogEntry> entries = entries(contents, span);
    recordCount += entries.size();
    Map<Source, TextRun> runs = joinedRuns(contents);
    if (contents.isEmpty()) {
      writeMark(span.lastSequence() + 1);
    } else if (entries.size() == span.recordCount() && runs != null) {
      writeJoined(contents.getFirst().block().head(), entries, runs);
    } else {
      for (BlockContent content : contents) {
        writeAsItIs(content);
      }
    }
  }

  /** What can be read. */
  private static List<LogEntry> entries(List<BlockContent> contents, Span span) throws IOException {
    List<LogEntry> entries = new ArrayList<>();
    for (BlockContent content : contents) {
      for (LogEntry entry : content.read(span.scan()).entries) {
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  /** The runs of each source as one, or null when they do not follow each other. */
  private static @Nullable Map<Source, TextRun> joinedRuns(List<BlockContent> contents)
      throws IOException {
    Map<Source, JoinedRun> runs = new HashMap<>();
    for (BlockContent content : contents) {
      for (int i = 0; i < content.ranges().size(); i++) {
        TextRun run = content.block().head().texts().get(i);
        JoinedRun joined = runs.computeIfAbsent(run.source(), source -> new JoinedRun(run));
        if (!joined.add(run, Objects.requireNonNull(content.ranges().get(i)))) {
          return null;
        }
      }
    }
    Map<Source, TextRun> joined = new HashMap<>();
    runs.forEach((source, run) -> joined.put(source, run.toRun()));
    return joined;
  }

  private static final class JoinedRun {
    private final TextRun first;
    private final CRC32C crc = new CRC32C();
    private long end;

    JoinedRun(TextRun first) {
      this.first = first;
      this.end = first.offset();
    }

    /** Returns whether {@code run} follows, and could be read. */
    boolean add(TextRun run, TextRange range) throws IOException {
      boolean follows = run.offset() == end;
      end = run.end();
      return follows && range.addTo(crc, run);
    }

    TextRun toRun() {
      return new TextRun(
          first.source(),
          first.offset(),
          Math.toIntExact(end - first.offset()),
          (int) crc.getValue());
    }
  }

  private void writeJoined(BlockHead first, List<LogEntry> entries, Map<Source, TextRun> runs) {
    DraftBlock draft = new DraftBlock(first.firstSequence());
    entries.forEach(entry -> draft.add(entry.record()));
    byte[] records = draft.records().toByteArray();
    byte[] frame = ZstdFrame.compress(records, zstdLevel);
    boolean isSmaller = frame.length < records.length;
    List<TextRun> texts =
        draft.sources().stream().map(source -> Objects.requireNonNull(runs.get(source))).toList();
    BlockHead head =
        draft.head(
            true,
            first.windowFirst(),
            first.previousSequence(),
            isSmaller ? records.length : 0,
            texts);
    write(head, isSmaller ? frame : records);
  }

  /** A block whose own records are damaged is left out; what follows it tells that it is lost. */
  private void writeAsItIs(BlockContent content) {
    try {
      write(content.block().head(), content.block().records(content.bytes()));
    } catch (DamagedBlockException e) {
      // Nothing of it can be read, now or later.
    }
  }

  private void writeMark(long next) {
    write(BlockHead.mark(next, spans.summary().firstSequence()), new byte[0]);
  }

  private void write(BlockHead head, byte[] records) {
    long at = written + unwritten.length();
    LedgerBlock.write(unwritten, at, head, records, records.length);
  }
}
