package io.logsink.rotfile;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import io.logsink.storage.WindowSummary;
import java.io.IOException;
import java.util.Map;

/** A window that is not sealed, as its owner has it: text files and a ledger that grow. */
final class ActiveWindow implements Window {
  private final WindowFiles files;
  private final OpenFiles open;
  private final int zstdLevel;
  private final Appender appender;
  private volatile Spans spans;
  private boolean isPrepared;
  private long sealedBytes = -1;

  ActiveWindow(WindowFiles files, OpenFiles open, int zstdLevel, LedgerState state) {
    this.files = files;
    this.open = open;
    this.zstdLevel = zstdLevel;
    this.appender = new Appender(files, open, state);
    this.spans = state.spans();
  }

  @Override
  public WindowSummary summary() {
    return spans.summary();
  }

  @Override
  public void append(long firstSequence, LogBatch batch) throws LogSinkException {
    Spans now = spans;
    try {
      for (LedgerBlock block : appender.append(now, firstSequence, batch)) {
        now = now.plus(block);
      }
      spans = now;
    } catch (IOException e) {
      throw files.faults().of("append", e);
    }
  }

  @Override
  public void sync() throws LogSinkException {
    try {
      LedgerBlock mark = appender.sync(spans);
      spans = mark == null ? spans : spans.plus(mark);
    } catch (IOException e) {
      throw files.faults().of("sync", e);
    }
  }

  @Override
  public void scan(Scan scan, Visitor visitor) throws LogSinkException {
    SpanReader reader = new SpanReader(open, files.ledger(), new PlainTexts(files, open));
    try {
      new WindowScan(reader, scan, visitor, files.folder().toString()).run(spans, span -> true);
    } catch (ReplacedException e) {
      throw files
          .faults()
          .corrupt("read", "somebody removed the window's ledger; restore it", "-", e);
    } catch (IOException e) {
      throw files.faults().of("read", e);
    }
  }

  @Override
  public void prepareSeal() throws LogSinkException {
    isPrepared = false;
    try {
      new Sealer(files, open, spans, zstdLevel).run();
      isPrepared = true;
    } catch (IOException e) {
      throw files.faults().of("seal", tidiedUp(e));
    }
  }

  /** Gives the room back, which may be what is missing. */
  private IOException tidiedUp(IOException because) {
    try {
      open.close(files.newSealedLedger());
      files.deleteUnfinishedSeal();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
    return because;
  }

  @Override
  public void seal() throws LogSinkException {
    if (!isPrepared) {
      prepareSeal();
    }
    try {
      files.publishSeal();
      close();
      files.deleteUnsealed();
      sealedBytes = Folders.sizeBytes(files.folder());
    } catch (IOException e) {
      throw files.faults().of("seal", e);
    }
  }

  @Override
  public long storedBytes() {
    return sealedBytes >= 0 ? sealedBytes : appender.storedBytes();
  }

  @Override
  public Map<String, String> engine() {
    return Engine.of(spans, open, "plain");
  }

  @Override
  public void close() {
    open.closeAllIn(files.folder());
  }
}
