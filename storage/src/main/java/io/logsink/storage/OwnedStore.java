package io.logsink.storage;

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
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A store and its one owner.
 *
 * <p>Three locks, taken in this order: the gate, which every call passes and close shuts; the
 * maintenance lock, for one upkeep at a time; the append lock, which guards the table of windows.
 * Reads take the gate only and work on the table's latest view. The locks of single windows come
 * last.
 */
final class OwnedStore implements LogSink {
  private final WindowFormat format;
  private final Faults faults;
  private final DirectoryLock directoryLock;
  private final WindowTable table;
  private final WindowAppender appender;
  private final Upkeep upkeep;
  private final StoreReader reader;
  private final Gate gate;
  private final Lock maintenanceLock = new ReentrantLock();
  private final Lock appendLock = new ReentrantLock();

  private OwnedStore(
      WindowFormat format,
      StoreSettings store,
      Faults faults,
      DirectoryLock directoryLock,
      WindowTable table,
      InstantSource clock) {
    OpenWindows open = new OpenWindows();
    this.format = format;
    this.faults = faults;
    this.directoryLock = directoryLock;
    this.table = table;
    this.appender = new WindowAppender(format, store, faults, table, clock);
    this.upkeep = new Upkeep(store, faults, table, open, appendLock);
    this.reader = new StoreReader(open);
    this.gate = new Gate("the " + format.backend() + " sink");
  }

  /**
   * Starts to own what {@code table} describes: from here on only {@link #close} makes the end a
   * clean one.
   */
  static OwnedStore start(
      WindowFormat format,
      StoreSettings store,
      Faults faults,
      DirectoryLock directoryLock,
      WindowTable table,
      InstantSource clock)
      throws LogSinkException {
    OwnedStore owned = new OwnedStore(format, store, faults, directoryLock, table, clock);
    table.save(false);
    owned.appender.rollIfDue(clock.instant());
    return owned;
  }

  @Override
  public Capabilities capabilities() {
    return format.capabilities();
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    return gate.pass(() -> locked(appendLock, () -> appender.append(batch)));
  }

  @Override
  public void sync() throws LogSinkException {
    gate.pass(() -> locked(appendLock, this::syncNow));
  }

  private boolean syncNow() throws LogSinkException {
    appender.sync();
    return true;
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    return gate.pass(() -> reader.read(table.view(), query));
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return gate.pass(() -> reader.histogram(table.view(), filter, bucket));
  }

  @Override
  public MaintenanceReport maintain(Instant now) throws LogSinkException {
    return gate.pass(() -> locked(maintenanceLock, () -> maintainNow(now)));
  }

  private MaintenanceReport maintainNow(Instant now) throws LogSinkException {
    locked(appendLock, () -> rollNow(now));
    return upkeep.run(now);
  }

  private boolean rollNow(Instant now) throws LogSinkException {
    appender.rollIfDue(now);
    return true;
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
    return gate.look(() -> table.view().stats(engine()));
  }

  private Map<String, String> engine() {
    try {
      Map<String, String> engine = table.view().windows().getLast().use(Window::engine);
      return engine != null ? engine : Map.of();
    } catch (LogSinkException e) {
      return Map.of("error", e.fault().toString());
    }
  }

  @Override
  public void close() throws LogSinkException {
    gate.close(this::closeNow);
  }

  private boolean closeNow() throws LogSinkException {
    Closer closer = new Closer();
    if (closer.run(appender::sync)) {
      closer.run(() -> table.save(true));
    }
    table.windows().forEach(window -> closer.run(window::close));
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
