package io.logsink.rotfile;

import io.logsink.api.record.Source;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the blocks of spans: the ledger once a span, the text files once a span and source. */
final class SpanReader {
  private final OpenFiles open;
  private final Path ledger;
  private final Texts texts;

  SpanReader(OpenFiles open, Path ledger, Texts texts) {
    this.open = open;
    this.ledger = ledger;
    this.texts = texts;
  }

  /**
   * The blocks of {@code span} that have sequences from {@code first} to {@code last}, in order,
   * with the lines of the sources that are {@code wanted}. When the ledger does not read well any
   * more, blocks are missing at the end.
   */
  List<BlockContent> read(Span span, long first, long last, Predicate<Source> wanted)
      throws IOException {
    ByteBuffer bytes = ledgerBytes(span);
    Map<Source, TextRange> latest = new HashMap<>();
    List<BlockContent> contents = new ArrayList<>();
    while (bytes.hasRemaining()) {
      LedgerBlock block = next(span.ledgerAt() + bytes.position(), bytes);
      if (block == null || block.bytes() > bytes.remaining()) {
        return contents;
      }
      BlockHead head = block.head();
      if (!head.isMark() && head.firstSequence() <= last && first <= head.lastSequence()) {
        ByteBuffer own = bytes.slice(bytes.position(), block.bytes());
        contents.add(new BlockContent(block, own, ranges(head, latest, wanted)));
      }
      bytes.position(bytes.position() + block.bytes());
    }
    return contents;
  }

  private ByteBuffer ledgerBytes(Span span) throws IOException {
    try {
      return open.read(ledger, ByteBuffer.allocate(span.ledgerBytes()), span.ledgerAt());
    } catch (NoSuchFileException e) {
      throw new ReplacedException(e);
    }
  }

  private static @Nullable LedgerBlock next(long at, ByteBuffer bytes) {
    try {
      return LedgerBlock.read(at, bytes);
    } catch (DamagedBlockException e) {
      return null;
    }
  }

  private List<@Nullable TextRange> ranges(
      BlockHead head, Map<Source, TextRange> latest, Predicate<Source> wanted) {
    List<@Nullable TextRange> ranges = new ArrayList<>(head.texts().size());
    for (TextRun run : head.texts()) {
      ranges.add(wanted.test(run.source()) ? range(run, latest) : null);
    }
    return ranges;
  }

  private TextRange range(TextRun run, Map<Source, TextRange> latest) {
    TextRange known = latest.get(run.source());
    if (known != null && known.takes(run)) {
      return known;
    }
    TextRange fresh = new TextRange(texts, run);
    latest.put(run.source(), fresh);
    return fresh;
  }
}
