package io.logsink.bench.compare;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.Contender;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Keeps nothing, and takes a time for it that can be foreseen.
 *
 * @param name its name
 * @param clock whose time it takes
 * @param nanosPerRecord how much of it
 * @param onAppend what it says a record survives after its append
 * @param failing whether each append fails
 */
record TimedBackend(
    String name,
    ManualClock clock,
    DoubleSupplier nanosPerRecord,
    Durability onAppend,
    boolean failing)
    implements LogSinkBackend {
  record Settings(String mode) {}

  static TimedBackend of(String name, ManualClock clock, DoubleSupplier nanosPerRecord) {
    return new TimedBackend(name, clock, nanosPerRecord, Durability.PROCESS_CRASH, false);
  }

  TimedBackend promising(Durability other) {
    return new TimedBackend(name, clock, nanosPerRecord, other, failing);
  }

  TimedBackend thatFails() {
    return new TimedBackend(name, clock, nanosPerRecord, onAppend, true);
  }

  Contender contender() {
    return new Contender(name, this, defaultSettings());
  }

  @Override
  public Settings defaultSettings() {
    return new Settings("asked for");
  }

  @Override
  public LogSink open(BackendConfig config) {
    return new TimedSink();
  }

  private final class TimedSink implements LogSink {
    private long count;

    @Override
    public AppendReceipt append(LogBatch batch) throws LogSinkException {
      if (failing) {
        throw new IllegalStateException("the disk is on fire");
      }
      clock.pass(batch.size() * nanosPerRecord.getAsDouble());
      count += batch.size();
      return new AppendReceipt(count - batch.size() + 1, count, onAppend);
    }

    @Override
    public void sync() {
      clock.pass(nanosPerRecord.getAsDouble());
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.least().withDurability(onAppend, Durability.POWER_LOSS);
    }

    @Override
    public SinkStats stats() {
      return new SinkStats(count, 1, count, 0, 1, Map.of("mode", "in force"));
    }

    @Override
    public LogPage read(LogQuery query) {
      throw new UnsupportedOperationException("no test asks for it");
    }

    @Override
    public LogHistogram histogram(LogFilter filter, Duration bucket) {
      throw new UnsupportedOperationException("no test asks for it");
    }

    @Override
    public MaintenanceReport maintain(Instant now) {
      return MaintenanceReport.NOTHING;
    }

    @Override
    public void close() {}
  }
}
