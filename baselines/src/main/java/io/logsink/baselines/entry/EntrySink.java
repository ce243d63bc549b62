package io.logsink.baselines.entry;

import io.logsink.api.Access;
import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.Visibility;
import io.logsink.api.query.HistogramBuilder;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.PageBuilder;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import io.logsink.storage.Gate;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * A sink over the {@link EntryStore} of a library. It keeps everything: there are no windows and no
 * retention.
 */
public final class EntrySink implements LogSink {
  /**
   * What all of them can do: visible on append, queries but for seeking a time. What was stored is
   * there when a store is opened again, but not all that goes with it: readers of their own, and
   * being told of damage.
   */
  public static final Capabilities QUERYABLE =
      Capabilities.least()
          .withVisibility(Visibility.ON_APPEND)
          .with(Feature.READ_BACKWARD, Feature.FILTER, Feature.HISTOGRAM);

  private final Faults faults;
  private final Capabilities capabilities;
  private final EntryStore store;
  private final Gate gate;
  private volatile Extent visible;

  /** Opens a store. */
  public interface Opening {
    /** The store, empty or with what was in it. */
    EntryStore open() throws Exception;
  }

  private interface Work<T> {
    T run() throws Exception;
  }

  private EntrySink(Faults faults, Capabilities capabilities, Opening opening)
      throws LogSinkException {
    this.faults = faults;
    this.capabilities = capabilities;
    this.gate = new Gate(faults.backend());
    this.store = call("open", opening::open);
    this.visible = call("open", store::extent);
  }

  /**
   * Opens the store of {@code backend} in {@code folder}, which is made.
   *
   * @throws LogSinkException when that is not possible, or {@code config} asks for a reader
   */
  public static LogSink open(
      String backend, Path folder, BackendConfig config, Capabilities capabilities, Opening opening)
      throws LogSinkException {
    Faults faults = new Faults(backend, folder);
    if (config.access() == Access.READ_ONLY) {
      throw faults.unavailable("open", "only its owner can open a baseline's store", null);
    }
    Folders.make(faults, folder);
    return new EntrySink(faults, capabilities, opening);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public synchronized AppendReceipt append(LogBatch batch) throws LogSinkException {
    return gate.pass(() -> {
      requireStorable(batch);
      long last = call("append", () -> store.append(batch));
      if (capabilities.visibility() == Visibility.ON_APPEND) {
        visible = call("append", store::extent);
      }
      return new AppendReceipt(last - batch.size() + 1, last, capabilities.appendDurability());
    });
  }

  private void requireStorable(LogBatch batch) throws LogSinkException {
    int most = capabilities.maxRecordBytes();
    for (int i = 0; i < batch.size(); i++) {
      int length = batch.records().get(i).body().length();
      if (length > most) {
        throw faults.rejected(
            "append", "a body of %d bytes, the most is %d; split it".formatted(length, most), i);
      }
    }
  }

  @Override
  public synchronized void sync() throws LogSinkException {
    gate.pass(() -> {
      visible =
          call(
              "sync",
              () -> {
                store.sync();
                return store.extent();
              });
      return visible;
    });
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    return gate.pass(() -> {
      Walk walk = Walk.of(query, visible.newest(), faults.backend());
      PageBuilder page = new PageBuilder(query);
      walk(walk, page::offer);
      return page.build(walk.end());
    });
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return gate.pass(() -> {
      HistogramBuilder histogram = new HistogramBuilder(filter, bucket);
      walk(
          new Walk(0, true, visible.newest(), filter.bounds()),
          entry -> {
            histogram.offer(entry.record());
            return true;
          });
      return histogram.build();
    });
  }

  private void walk(Walk walk, Predicate<LogEntry> taker) throws LogSinkException {
    if (!walk.isEmpty()) {
      call(
          "read",
          () -> {
            store.walk(walk, taker);
            return walk;
          });
    }
  }

  @Override
  public MaintenanceReport maintain(Instant now) {
    return gate.look(() -> MaintenanceReport.NOTHING);
  }

  @Override
  public SinkStats stats() {
    return gate.look(() -> {
      Extent extent = visible;
      return new SinkStats(
          extent.count(), extent.oldest(), extent.newest(), storedBytes(), 1, store.engine());
    });
  }

  private long storedBytes() {
    try {
      return Folders.sizeBytes(faults.path());
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public synchronized void close() throws LogSinkException {
    gate.close(() ->
        call(
            "close",
            () -> {
              store.close();
              return store;
            }));
  }

  /** A wrong argument goes to the caller as it is; everything else gets a name. */
  private <T> T call(String operation, Work<T> work) throws LogSinkException {
    try {
      return work.run();
    } catch (LogSinkException | IllegalArgumentException e) {
      throw e;
    } catch (IOException e) {
      throw faults.of(operation, e);
    } catch (DamagedBlockException e) {
      throw faults.corrupt(operation, String.valueOf(e.getMessage()));
    } catch (Exception e) {
      throw faults.of(operation, new IOException(e.getMessage(), e));
    }
  }
}
