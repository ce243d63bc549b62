package io.logsink.storage;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a store: finds out what is there, and what an unclean end or damage has left of it. */
final class StoreOpening {
  private final WindowFormat format;
  private final StoreSettings store;
  private final Path directory;
  private final Faults faults;
  private final ManifestFile file;

  StoreOpening(WindowFormat format, StoreSettings store) {
    this.format = format;
    this.store = store;
    this.directory = store.directory();
    this.faults = new Faults(format.backend(), directory);
    this.file = new ManifestFile(directory, faults);
  }

  LogSink asOwner(InstantSource clock) throws LogSinkException {
    Folders.make(faults, directory);
    DirectoryLock lock = DirectoryLock.acquire(faults, directory);
    List<WindowHandle> windows = new ArrayList<>();
    try {
      Manifest loaded = load();
      Manifest manifest =
          loaded != null ? loaded : Manifest.empty(format.backend(), format.version());
      file.deleteLeftOvers(manifest);
      addHandles(manifest, WindowHandle.Opener.owner(format), windows);
      findOut(manifest, windows);
      WindowTable table = new WindowTable(file, manifest, windows);
      return OwnedStore.start(format, store, faults, lock, table, clock);
    } catch (LogSinkException | RuntimeException e) {
      closeAll(windows, e);
      release(lock, e);
      throw e;
    }
  }

  LogSink toRead() throws LogSinkException {
    Manifest manifest = load();
    if (manifest == null) {
      throw faults.noStore();
    }
    List<WindowHandle> windows = new ArrayList<>();
    addHandles(manifest, WindowHandle.Opener.reader(format), windows);
    try {
      findOut(manifest, windows);
    } catch (LogSinkException | RuntimeException e) {
      closeAll(windows, e);
      throw e;
    }
    return new ReadOnlyStore(format, windows, manifest.removedThrough());
  }

  private @Nullable Manifest load() throws LogSinkException {
    return file.load(format.backend(), format.version());
  }

  private void addHandles(
      Manifest manifest, WindowHandle.Opener opener, List<WindowHandle> windows) {
    for (WindowEntry entry : manifest.windows()) {
      windows.add(new WindowHandle(directory.resolve(entry.folder()), entry, opener));
    }
  }

  /**
   * Looks into the windows of which the manifest may not know all: the active one and, when the
   * store was not closed in order, all that are not sealed.
   */
  private void findOut(Manifest manifest, List<WindowHandle> windows) throws LogSinkException {
    long before = manifest.removedThrough();
    for (WindowHandle window : windows) {
      WindowEntry entry = window.entry();
      if (entry.state() == WindowState.ACTIVE || (entry.isUnsealed() && !manifest.clean())) {
        boolean open = entry.state() == WindowState.ACTIVE && !manifest.clean();
        long last = open ? manifest.reservedThrough() : entry.summary().lastSequence();
        lookInto(window, before + 1, last);
      }
      before = Math.max(before, window.summary().lastSequence());
    }
  }

  /**
   * Gives the handle the summary of what is really there. A window that has less than the manifest
   * knows of gets no more appends, so that the hole stays at its end; of one that cannot be read at
   * all, everything that it may have held is lost.
   */
  private void lookInto(WindowHandle window, long firstSequence, long lastSequence)
      throws LogSinkException {
    WindowEntry known = window.entry();
    WindowSummary inside;
    try {
      inside = window.use(Window::summary);
    } catch (SinkCorruptException e) {
      inside = null;
    }
    if (inside == null) {
      WindowSummary lost = WindowSummary.lost(firstSequence, lastSequence);
      window.update(known.with(lost).with(WindowState.DAMAGED, sizeBytes(window.folder())));
    } else if (inside.lastSequence() < known.summary().lastSequence()) {
      window.update(known.with(WindowState.ROLLED, window.storedBytes()));
    } else {
      window.update(known.with(inside));
    }
  }

  private long sizeBytes(Path folder) throws LogSinkException {
    try {
      return Files.exists(folder) ? Folders.sizeBytes(folder) : 0;
    } catch (IOException e) {
      throw faults.at(folder).of("open", e);
    }
  }

  private static void closeAll(List<WindowHandle> windows, Exception because) {
    Closer closer = new Closer();
    windows.forEach(window -> closer.run(window::close));
    closer.addTo(because);
  }

  private static void release(DirectoryLock lock, Exception because) {
    try {
      lock.close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
