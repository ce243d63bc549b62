package io.logsink.storage;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSinkException;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.record.LogBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Appends to the active window and rolls to the next one when it is due. Guarded by its store's
 * append lock.
 */
final class WindowAppender {
  private final WindowFormat format;
  private final StoreSettings store;
  private final Faults faults;
  private final WindowTable table;
  private final InstantSource clock;

  WindowAppender(
      WindowFormat format,
      StoreSettings store,
      Faults faults,
      WindowTable table,
      InstantSource clock) {
    this.format = format;
    this.store = store;
    this.faults = faults;
    this.table = table;
    this.clock = clock;
  }

  AppendReceipt append(LogBatch batch) throws LogSinkException {
    requireStorable(batch);
    rollIfDue(clock.instant());
    table.reserve(batch.size());
    if (!fits(batch)) {
      roll();
      requireFits(batch);
    }
    long first = table.nextSequence();
    table.appended(batch, clock.millis());
    return new AppendReceipt(
        first, first + batch.size() - 1, format.capabilities().appendDurability());
  }

  private void requireStorable(LogBatch batch) throws RecordRejectedException {
    int most = format.capabilities().maxRecordBytes();
    for (int i = 0; i < batch.size(); i++) {
      int length = batch.records().get(i).body().length();
      if (length > most) {
        throw faults.rejected(
            "append",
            "record %d has a body of %d bytes, the most is %d; split it".formatted(i, length, most),
            i);
      }
    }
  }

  /** Appends unless the window is full. */
  private boolean fits(LogBatch batch) throws LogSinkException {
    Boolean taken = table.active().use(window -> append(window, batch));
    if (taken == null) {
      throw faults.unavailable(
          "append",
          "the folder %s of the active window is gone; open the store again"
              .formatted(table.active().folder()),
          null);
    }
    return taken;
  }

  private boolean append(Window window, LogBatch batch) throws LogSinkException {
    try {
      window.append(table.nextSequence(), batch);
      return true;
    } catch (WindowFullException e) {
      return false;
    }
  }

  private void requireFits(LogBatch batch) throws LogSinkException {
    if (!fits(batch)) {
      throw faults.full(
          "append",
          "a batch of %d records and %d bytes does not fit into an empty window; make smaller ones"
              .formatted(batch.size(), batch.bodyBytes()),
          "-",
          null);
    }
  }

  /** Makes everything appended durable; the windows before were when they were left. */
  void sync() throws LogSinkException {
    table.active().use(WindowAppender::sync);
  }

  private static boolean sync(Window window) throws LogSinkException {
    window.sync();
    return true;
  }

  /**
   * Rolls when there is no window to append to, or the one there is has reached its age or bytes.
   */
  void rollIfDue(Instant now) throws LogSinkException {
    if (!table.hasActive() || isDue(table.active(), now)) {
      roll();
    }
  }

  private boolean isDue(WindowHandle active, Instant now) {
    if (active.summary().isEmpty()) {
      return false;
    }
    Instant created = Instant.ofEpochMilli(active.entry().createdMillis());
    return active.storedBytes() >= store.window().maxBytes()
        || !now.isBefore(created.plus(store.window().maxAge()));
  }

  /** The new window is made first: when there is no room for it, nothing has changed. */
  private void roll() throws LogSinkException {
    WindowHandle fresh = create();
    try {
      if (table.hasActive()) {
        leave(table.active());
      }
      table.add(fresh);
    } catch (LogSinkException | RuntimeException e) {
      discard(fresh, e);
      throw e;
    }
  }

  private void leave(WindowHandle active) throws LogSinkException {
    active.use(WindowAppender::sync);
    table.change(active, active.entry().with(WindowState.ROLLED, active.storedBytes()));
  }

  private WindowHandle create() throws LogSinkException {
    WindowEntry entry = WindowEntry.fresh(table.nextWindow(), clock.millis());
    Path folder = store.directory().resolve(entry.folder());
    try {
      Folders.delete(folder);
      Files.createDirectory(folder);
      Window window = format.create(folder);
      Folders.sync(store.directory());
      return new WindowHandle(folder, entry, WindowHandle.Opener.owner(format), window);
    } catch (IOException e) {
      throw faults.at(folder).of("create window", e);
    }
  }

  private static void discard(WindowHandle fresh, Exception because) {
    Closer closer = new Closer();
    closer.run(fresh::drop);
    closer.addTo(because);
    try {
      Folders.delete(fresh.folder());
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
