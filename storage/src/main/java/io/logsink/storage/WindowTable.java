package io.logsink.storage;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of an owned store and its sequence. Every change is saved before it is made, so that
 * a change that throws was not made. Guarded by its store's append lock, except {@link #view}.
 */
final class WindowTable {
  /**
   * How far ahead sequences are reserved, so that the manifest is written once per that many
   * records.
   */
  private static final long RESERVED_AHEAD_COUNT = 1_000_000;

  private final ManifestFile file;
  private Manifest saved;
  private List<WindowHandle> windows;
  private long nextSequence;
  private volatile StoreReader.View view;

  /**
   * The table that {@code loaded} describes, over {@code windows}, whose entries may know better;
   * not saved yet.
   */
  WindowTable(ManifestFile file, Manifest loaded, List<WindowHandle> windows) {
    this.file = file;
    this.saved = loaded;
    this.windows = List.copyOf(windows);
    long newest = StoreReader.View.newestOf(windows);
    this.nextSequence =
        loaded.clean() ? loaded.nextSequence() : Math.max(loaded.reservedThrough(), newest) + 1;
    this.view = new StoreReader.View(this.windows, loaded.removedThrough(), newest);
  }

  /** What a read that begins now works on. */
  StoreReader.View view() {
    return view;
  }

  List<WindowHandle> windows() {
    return windows;
  }

  /** Whether there is a window that appends can go to. */
  boolean hasActive() {
    return !windows.isEmpty() && active().entry().state() == WindowState.ACTIVE;
  }

  /** The window that appends go to. */
  WindowHandle active() {
    return windows.getLast();
  }

  long nextSequence() {
    return nextSequence;
  }

  int nextWindow() {
    return saved.nextWindow();
  }

  /** Makes sure that a crash cannot make the next {@code count} sequences be given again. */
  void reserve(int count) throws LogSinkException {
    long last = nextSequence + count - 1;
    if (last > saved.reservedThrough()) {
      save(current().reserving(last + RESERVED_AHEAD_COUNT));
    }
  }

  /** Publishes {@code batch}, which the active window now has. */
  void appended(LogBatch batch, long nowMillis) {
    WindowEntry entry = active().entry();
    active().update(entry.with(entry.summary().plus(nextSequence, batch), nowMillis));
    nextSequence += batch.size();
    publish(nextSequence - 1);
  }

  /** Appends go to {@code fresh} from now on. */
  void add(WindowHandle fresh) throws LogSinkException {
    save(current().plus(fresh.entry()));
    List<WindowHandle> more = new ArrayList<>(windows);
    more.add(fresh);
    windows = List.copyOf(more);
    publish(view.visibleThrough());
  }

  /** The entry of {@code window} becomes {@code entry}. */
  void change(WindowHandle window, WindowEntry entry) throws LogSinkException {
    save(current().with(entry));
    window.update(entry);
  }

  /** {@code window} is no longer part of the store. */
  void remove(WindowHandle window) throws LogSinkException {
    save(current().without(window.entry()));
    windows = windows.stream().filter(other -> other != window).toList();
    publish(view.visibleThrough());
  }

  /** Writes down that the store is about to be used, or was closed in order. */
  void save(boolean clean) throws LogSinkException {
    save(current().closed(clean));
  }

  private Manifest current() {
    return saved.next(nextSequence).with(windows.stream().map(WindowHandle::entry).toList());
  }

  private void save(Manifest next) throws LogSinkException {
    file.save(next);
    saved = next;
  }

  private void publish(long visibleThrough) {
    view = new StoreReader.View(windows, saved.removedThrough(), visibleThrough);
  }
}
