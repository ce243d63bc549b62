package io.logsink.ring;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.storage.DirectoryLock;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import io.logsink.storage.StoreSequence;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens a ring: brings back what its snapshots have. */
final class RingOpening {
  private static final int FORMAT_VERSION = 1;

  /** A reader takes all that a snapshot has, whatever the owner's bound was. */
  private static final long UNBOUNDED_BYTES = 1L << 40;

  private final RingSettings settings;
  private final Faults faults;
  private final Snapshots snapshots;

  RingOpening(RingSettings settings) {
    this.settings = settings;
    this.faults = new Faults(RingBackend.NAME, settings.directory());
    this.snapshots = new Snapshots(faults);
  }

  LogSink asOwner(InstantSource clock) throws LogSinkException {
    Folders.make(faults, settings.directory());
    DirectoryLock lock = DirectoryLock.acquire(faults, settings.directory());
    Ring ring = new Ring(settings.retention().maxBytes());
    boolean done = false;
    try {
      StoreSequence loaded = sequence();
      StoreSequence sequence =
          loaded != null ? loaded : StoreSequence.fresh(faults, RingBackend.NAME, FORMAT_VERSION);
      snapshots.deleteTemporary();
      load(ring, sequence);
      sequence.start();
      LogSink owned = new OwnedRing(settings, faults, lock, sequence, ring, snapshots, clock);
      done = true;
      return owned;
    } finally {
      if (!done) {
        ring.close();
        release(lock);
      }
    }
  }

  private void release(DirectoryLock lock) throws LogSinkException {
    try {
      lock.close();
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  LogSink toRead() throws LogSinkException {
    String owner = DirectoryLock.ownerOf(faults, settings.directory());
    if (owner != null) {
      throw faults.unavailable(
          "open",
          "the records are in the memory of the owner, %s; ask that process, or end it to read its last snapshot"
              .formatted(owner),
          null);
    }
    StoreSequence sequence = sequence();
    if (sequence == null) {
      throw faults.noStore();
    }
    Ring ring = new Ring(UNBOUNDED_BYTES);
    boolean done = false;
    try {
      load(ring, sequence);
      done = true;
      return new ReadOnlyRing(RingBackend.capabilities(settings), ring);
    } finally {
      if (!done) {
        ring.close();
      }
    }
  }

  private @Nullable StoreSequence sequence() throws LogSinkException {
    StoreSequence sequence = StoreSequence.load(faults, RingBackend.NAME, FORMAT_VERSION);
    if (sequence == null && !snapshots.isEmpty()) {
      throw faults.corrupt(
          "open",
          "snapshots are here, but the file MANIFEST that says which sequences were given is gone;"
              + " restore it from a backup, or move the snapshots away");
    }
    return sequence;
  }

  private void load(Ring ring, StoreSequence sequence) throws LogSinkException {
    String why =
        sequence.wasClean()
            ? "the snapshot that had it is gone"
            : "the process ended before it was in a snapshot";
    try {
      snapshots.load(ring, sequence.next(), why);
    } catch (OutOfMemoryError e) {
      throw outOfMemory(faults, "open", e);
    }
  }

  static LogSinkException outOfMemory(Faults faults, String operation, OutOfMemoryError e) {
    return faults.full(
        operation,
        "the system has no memory for the ring (%s); lower retention.max-bytes"
            .formatted(e.getMessage()),
        "-",
        e);
  }
}
