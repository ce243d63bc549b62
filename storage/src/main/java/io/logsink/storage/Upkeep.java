package io.logsink.storage;

import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkCorruptException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Retention and sealing. One at a time; beside appends and reads, which it holds up only while it
 * saves the manifest and while a window switches to its final form.
 */
final class Upkeep {
  private final StoreSettings store;
  private final Faults faults;
  private final WindowTable table;
  private final OpenWindows open;
  private final Lock appendLock;

  Upkeep(StoreSettings store, Faults faults, WindowTable table, OpenWindows open, Lock appendLock) {
    this.store = store;
    this.faults = faults;
    this.table = table;
    this.open = open;
    this.appendLock = appendLock;
  }

  /**
   * Drops all windows that are due and seals one; retention comes first, because sealing needs
   * room.
   */
  MaintenanceReport run(Instant now) throws LogSinkException {
    int droppedWindowCount = 0;
    long droppedRecordCount = 0;
    long freedBytes = 0;
    for (WindowHandle due = takeDue(now); due != null; due = takeDue(now)) {
      droppedWindowCount++;
      droppedRecordCount += due.summary().recordCount();
      freedBytes += due.storedBytes();
      delete(due);
    }
    WindowHandle rolled = rolled();
    int sealedWindowCount = 0;
    if (rolled != null) {
      long beforeBytes = rolled.storedBytes();
      sealedWindowCount = seal(rolled) ? 1 : 0;
      freedBytes += Math.max(0, beforeBytes - rolled.storedBytes());
    }
    return new MaintenanceReport(
        sealedWindowCount, droppedWindowCount, droppedRecordCount, freedBytes, rolled() != null);
  }

  /**
   * Takes the oldest window out of the store when retention wants it gone; else returns null. Never
   * takes the newest.
   */
  private @Nullable WindowHandle takeDue(Instant now) throws LogSinkException {
    appendLock.lock();
    try {
      List<WindowHandle> windows = table.windows();
      if (windows.size() < 2 || !isDue(windows, now)) {
        return null;
      }
      WindowHandle oldest = windows.getFirst();
      table.remove(oldest);
      return oldest;
    } finally {
      appendLock.unlock();
    }
  }

  private boolean isDue(List<WindowHandle> windows, Instant now) {
    Instant written = Instant.ofEpochMilli(windows.getFirst().entry().writtenMillis());
    if (written.plus(store.retention().maxAge()).isBefore(now)) {
      return true;
    }
    long storedBytes = windows.stream().mapToLong(WindowHandle::storedBytes).sum();
    return storedBytes > store.retention().maxBytes();
  }

  private void delete(WindowHandle window) throws LogSinkException {
    open.forget(window);
    window.drop();
    try {
      Folders.delete(window.folder());
    } catch (IOException e) {
      throw faults.at(window.folder()).of("drop window", e);
    }
  }

  private @Nullable WindowHandle rolled() {
    return table.view().windows().stream()
        .filter(window -> window.entry().state() == WindowState.ROLLED)
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns false when the window turned out to be damaged: it stays as it is, for what can still
   * be read of it.
   */
  private boolean seal(WindowHandle window) throws LogSinkException {
    boolean sealed = true;
    try {
      window.use(Upkeep::prepareSeal);
      window.seal();
    } catch (SinkCorruptException e) {
      window.update(window.entry().with(WindowState.DAMAGED, window.storedBytes()));
      sealed = false;
    }
    appendLock.lock();
    try {
      table.save(false);
    } finally {
      appendLock.unlock();
    }
    return sealed;
  }

  private static boolean prepareSeal(Window window) throws LogSinkException {
    window.prepareSeal();
    return true;
  }
}
