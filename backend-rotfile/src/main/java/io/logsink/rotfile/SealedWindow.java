package io.logsink.rotfile;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import io.logsink.storage.WindowSummary;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A sealed window. The index is opened by the first scan that looks for words; where there is none,
 * or none that is whole, the owner makes a new one then, and a reader scans everything.
 */
final class SealedWindow implements Window {
  private final WindowFiles files;
  private final OpenFiles open;
  private final boolean isOwned;
  private final Spans spans;
  private volatile long storedBytes;
  private @Nullable WordIndex index;
  private boolean isIndexMissing;

  private SealedWindow(WindowFiles files, OpenFiles open, boolean isOwned, Spans spans)
      throws IOException {
    this.files = files;
    this.open = open;
    this.isOwned = isOwned;
    this.spans = spans;
    this.storedBytes = Folders.sizeBytes(files.folder());
  }

  /** Opens it; only an owner ever writes to it. */
  static SealedWindow open(WindowFiles files, OpenFiles open, boolean isOwned) throws IOException {
    LedgerFile ledger = new LedgerFile(open, files.sealedLedger());
    return new SealedWindow(files, open, isOwned, LedgerLoad.ofSealed(ledger).spans());
  }

  @Override
  public WindowSummary summary() {
    return spans.summary();
  }

  @Override
  public void append(long firstSequence, LogBatch batch) {
    throw new IllegalStateException("the window is sealed");
  }

  /** It was flushed before it became sealed. */
  @Override
  public void sync() {}

  @Override
  public void scan(Scan scan, Visitor visitor) throws LogSinkException {
    try {
      new WindowScan(reader(), scan, visitor, files.folder().toString())
          .run(spans, candidates(scan.bounds().words()));
    } catch (ReplacedException e) {
      throw files.faults().unavailable("read", "the window is gone; open the store again", e);
    } catch (IOException e) {
      throw files.faults().of("read", e);
    }
  }

  private SpanReader reader() {
    return new SpanReader(open, files.sealedLedger(), new SealedTexts(files, open));
  }

  private IntPredicate candidates(Set<String> words) {
    WordIndex found = words.isEmpty() ? null : index();
    if (found == null) {
      return span -> true;
    }
    try {
      BitSet candidates = found.candidates(words, spans.count());
      return candidates::get;
    } catch (IOException e) {
      return span -> true;
    }
  }

  private synchronized @Nullable WordIndex index() {
    if (index == null && !isIndexMissing) {
      index = openIndex();
      if (index == null && isOwned) {
        index = makeIndex();
      }
      isIndexMissing = index == null;
    }
    return index;
  }

  private @Nullable WordIndex openIndex() {
    try {
      return WordIndex.open(files.index(), spans);
    } catch (IOException e) {
      return null;
    }
  }

  /** Without an index every answer is the same, so that one that cannot be made is no error. */
  private @Nullable WordIndex makeIndex() {
    try {
      IndexBuilder.build(files, spans, reader());
      storedBytes = Folders.sizeBytes(files.folder());
      return openIndex();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void prepareSeal() {}

  @Override
  public void seal() throws LogSinkException {
    try {
      files.deleteUnsealed();
      storedBytes = Folders.sizeBytes(files.folder());
    } catch (IOException e) {
      throw files.faults().of("seal", e);
    }
  }

  @Override
  public long storedBytes() {
    return storedBytes;
  }

  @Override
  public Map<String, String> engine() {
    return Engine.of(spans, open, "sealed");
  }

  @Override
  public synchronized void close() throws LogSinkException {
    open.closeAllIn(files.folder());
    try {
      if (index != null) {
        index.close();
      }
      index = null;
    } catch (IOException e) {
      throw files.faults().of("close", e);
    }
  }
}
