package io.logsink.ring;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Closer;
import io.logsink.storage.DirectoryLock;
import io.logsink.storage.Faults;
import io.logsink.storage.Gate;
import io.logsink.storage.StoreSequence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A ring and its one owner.
 *
 * <p>Locks, taken in this order: the gate, which every call passes and close shuts; the lock of the
 * appender or that of upkeep, which never meet; the ring's own.
 */
final class OwnedRing implements LogSink {
  private static final long NOT_SAVED = -1;

  private final RingSettings settings;
  private final Capabilities capabilities;
  private final Faults faults;
  private final DirectoryLock directoryLock;
  private final StoreSequence sequence;
  private final Ring ring;
  private final RingReader reader;
  private final Snapshots snapshots;
  private final InstantSource clock;
  private final Gate gate = new Gate("the ring sink");
  private final Lock appendLock = new ReentrantLock();
  private final Lock maintenanceLock = new ReentrantLock();

  /** What the newest snapshot knows of the ring, and when it was taken. */
  private volatile Taken taken;

  private record Taken(Instant time, long changeCount, long bytes) {}

  OwnedRing(
      RingSettings settings,
      Faults faults,
      DirectoryLock directoryLock,
      StoreSequence sequence,
      Ring ring,
      Snapshots snapshots,
      InstantSource clock) {
    this.settings = settings;
    this.capabilities = RingBackend.capabilities(settings);
    this.faults = faults;
    this.directoryLock = directoryLock;
    this.sequence = sequence;
    this.ring = ring;
    this.reader = new RingReader(ring);
    this.snapshots = snapshots;
    this.clock = clock;
    this.taken = new Taken(clock.instant(), savedChangeCount(ring.view()), 0);
  }

  /** What was lost has to be in a snapshot, or the next opening would not know why it is gone. */
  private static long savedChangeCount(Ring.View loaded) {
    return loaded.lost().stretches().isEmpty() ? loaded.changeCount() : NOT_SAVED;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    return gate.pass(() -> locked(appendLock, () -> appendNow(batch)));
  }

  private AppendReceipt appendNow(LogBatch batch) throws LogSinkException {
    StorableBatch storable =
        StorableBatch.of(batch, capabilities.maxRecordBytes(), ring.mostRecordBytes(), faults);
    prepare(storable);
    sequence.reserve(batch.size());
    long first = sequence.next();
    ring.append(storable, clock.millis());
    sequence.give(batch.size());
    return new AppendReceipt(first, first + batch.size() - 1, capabilities.appendDurability());
  }

  private void prepare(StorableBatch batch) throws LogSinkException {
    try {
      ring.prepare(batch);
    } catch (OutOfMemoryError e) {
      throw RingOpening.outOfMemory(faults, "append", e);
    }
  }

  /** Does nothing, because nothing is promised. */
  @Override
  public void sync() throws LogSinkException {
    gate.pass(() -> true);
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    return gate.pass(() -> reader.read(query));
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return gate.pass(() -> reader.histogram(filter, bucket));
  }

  @Override
  public MaintenanceReport maintain(Instant now) throws LogSinkException {
    return gate.pass(() -> locked(maintenanceLock, () -> maintainNow(now)));
  }

  private MaintenanceReport maintainNow(Instant now) throws LogSinkException {
    Ring.Removed removed = ring.removeOlder(now, settings.retention().maxAge());
    if (isSnapshotDue(now)) {
      takeSnapshot(now);
    }
    return new MaintenanceReport(0, 0, removed.recordCount(), removed.freedBytes(), false);
  }

  /** A clock that stepped back does not put the next snapshot off. */
  private boolean isSnapshotDue(Instant now) {
    Duration since = Duration.between(taken.time, now);
    return since.isNegative() || since.compareTo(settings.snapshotInterval()) >= 0;
  }

  private void takeSnapshot(Instant now) throws LogSinkException {
    Ring.View view = ring.view();
    if (view.changeCount() != taken.changeCount) {
      long bytes = snapshots.write(ring, view, now.toEpochMilli());
      taken = new Taken(now, view.changeCount(), bytes);
    }
  }

  private static <T> T locked(Lock lock, Gate.Call<T> call) throws LogSinkException {
    lock.lock();
    try {
      return call.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public SinkStats stats() {
    return gate.look(() ->
        ring.stats(
            Map.of(
                "snapshot_time", taken.time.toString(),
                "snapshot_bytes", String.valueOf(taken.bytes))));
  }

  @Override
  public void close() throws LogSinkException {
    gate.close(this::closeNow);
  }

  private boolean closeNow() throws LogSinkException {
    Closer closer = new Closer();
    if (closer.run(() -> takeSnapshot(clock.instant()))) {
      closer.run(sequence::close);
    }
    ring.close();
    closer.run(this::unlock);
    closer.throwIfFailed();
    return true;
  }

  private void unlock() throws LogSinkException {
    try {
      directoryLock.close();
    } catch (IOException e) {
      throw faults.of("close", e);
    }
  }
}
