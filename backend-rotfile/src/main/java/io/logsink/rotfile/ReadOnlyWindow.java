package io.logsink.rotfile;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import io.logsink.storage.WindowSummary;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A window that is not sealed, as a reader found it. Its owner may be appending to it, which leaves
 * alone what is there, or seal it, which removes the files: then the sealed ones are read, which
 * have the same records.
 */
final class ReadOnlyWindow implements Window {
  private final WindowFiles files;
  private final OpenFiles open;
  private final Spans spans;
  private final long storedBytes;
  private @Nullable SealedWindow sealed;

  ReadOnlyWindow(WindowFiles files, OpenFiles open, Spans spans) throws IOException {
    this.files = files;
    this.open = open;
    this.spans = spans;
    this.storedBytes = Folders.sizeBytes(files.folder());
  }

  @Override
  public WindowSummary summary() {
    return spans.summary();
  }

  @Override
  public void append(long firstSequence, LogBatch batch) {
    throw readOnly();
  }

  @Override
  public void sync() {
    throw readOnly();
  }

  @Override
  public void prepareSeal() {
    throw readOnly();
  }

  @Override
  public void seal() {
    throw readOnly();
  }

  private static IllegalStateException readOnly() {
    return new IllegalStateException("the window is open to read only");
  }

  @Override
  public void scan(Scan scan, Visitor visitor) throws LogSinkException {
    SealedWindow replacement = sealedAlready();
    if (replacement != null) {
      replacement.scan(scan, visitor);
      return;
    }
    Progress progress = new Progress(scan, visitor);
    SpanReader reader = new SpanReader(open, files.ledger(), new PlainTexts(files, open));
    try {
      new WindowScan(reader, scan, progress, files.folder().toString()).run(spans, span -> true);
    } catch (ReplacedException e) {
      openSealed(e).scan(progress.rest(), visitor);
    } catch (IOException e) {
      throw files.faults().of("read", e);
    }
  }

  private synchronized @Nullable SealedWindow sealedAlready() {
    return sealed;
  }

  private synchronized SealedWindow openSealed(ReplacedException because) throws LogSinkException {
    try {
      if (sealed == null) {
        sealed = SealedWindow.open(files, open, false);
      }
      return sealed;
    } catch (IOException e) {
      because.addSuppressed(e);
      throw files
          .faults()
          .unavailable(
              "read", "the owner of the store removed the window; open the store again", because);
    }
  }

  @Override
  public long storedBytes() {
    return storedBytes;
  }

  @Override
  public Map<String, String> engine() {
    return Engine.of(spans, open, "plain");
  }

  @Override
  public synchronized void close() throws LogSinkException {
    open.closeAllIn(files.folder());
    if (sealed != null) {
      sealed.close();
    }
  }
}
