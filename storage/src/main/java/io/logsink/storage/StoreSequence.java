package io.logsink.storage;

import io.logsink.api.LogSinkException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a store without windows knows of itself: whose it is, and which sequences were given. It is
 * the manifest of {@code docs/formats/store.md} without any window.
 *
 * <p>For one thread at a time. When a method throws, what was in force before still is.
 */
public final class StoreSequence {
  /** So that the manifest is written once per that many records. */
  private static final long RESERVED_AHEAD_COUNT = 1_000_000;

  private final ManifestFile file;
  private final boolean clean;
  private Manifest saved;
  private long next;

  private StoreSequence(ManifestFile file, Manifest loaded) {
    this.file = file;
    this.clean = loaded.clean();
    this.saved = loaded;
    this.next = clean ? loaded.nextSequence() : loaded.reservedThrough() + 1;
  }

  /**
   * What the folder of {@code faults} has, or null when there is no store. Changes nothing.
   *
   * @param backend the backend's name
   * @param version the backend's version of what stands beside the manifest
   * @throws io.logsink.api.SinkCorruptException when it cannot be read, or is of another backend or
   *     version
   */
  public static @Nullable StoreSequence load(Faults faults, String backend, int version)
      throws LogSinkException {
    ManifestFile file = new ManifestFile(faults.path(), faults);
    Manifest manifest = file.load(backend, version);
    return manifest == null ? null : new StoreSequence(file, manifest);
  }

  /** That of a new store; nothing is written yet. */
  public static StoreSequence fresh(Faults faults, String backend, int version) {
    Path directory = faults.path();
    return new StoreSequence(new ManifestFile(directory, faults), Manifest.empty(backend, version));
  }

  /** Whether the store was closed in order before it was loaded. */
  public boolean wasClean() {
    return clean;
  }

  /** The next record's sequence: above all that were ever given. */
  public long next() {
    return next;
  }

  /** Writes down that the store is in use: until {@link #close}, an end is an unclean one. */
  public void start() throws LogSinkException {
    save(saved.next(next).closed(false));
  }

  /** Makes sure that a crash cannot make the next {@code count} sequences be given again. */
  public void reserve(int count) throws LogSinkException {
    long last = next + count - 1;
    if (last > saved.reservedThrough()) {
      save(saved.next(next).reserving(last + RESERVED_AHEAD_COUNT));
    }
  }

  /** The next {@code count} sequences are given. */
  public void give(int count) {
    next += count;
  }

  /** Writes down that the store is closed in order. */
  public void close() throws LogSinkException {
    save(saved.next(next).reserving(next - 1).closed(true));
  }

  private void save(Manifest manifest) throws LogSinkException {
    file.save(manifest);
    saved = manifest;
  }
}
