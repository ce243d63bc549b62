package io.logsink.baselines.appender;

import io.logsink.api.Access;
import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import io.logsink.storage.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A sink over a {@link LineAppender}: gives out sequences, which no file has. */
final class LineSink implements LogSink {
  private final Faults faults;
  private final Capabilities capabilities;
  private final LineAppender appender;
  private final Gate gate;
  private long newestSequence;

  /** Opens an appender. */
  interface Opening {
    LineAppender open() throws IOException;
  }

  private interface Work {
    void run() throws IOException;
  }

  private LineSink(Faults faults, Capabilities capabilities, LineAppender appender) {
    this.faults = faults;
    this.capabilities = capabilities;
    this.appender = appender;
    this.gate = new Gate(faults.backend());
  }

  /** Opens an appender into {@code folder}, which is made. */
  static LogSink open(
      String backend, Path folder, BackendConfig config, Capabilities capabilities, Opening opening)
      throws LogSinkException {
    Faults faults = new Faults(backend, folder);
    if (config.access() == Access.READ_ONLY) {
      throw faults.unavailable("open", "a file appender cannot read; look with less", null);
    }
    Folders.make(faults, folder);
    try {
      return new LineSink(faults, capabilities, opening.open());
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public synchronized AppendReceipt append(LogBatch batch) throws LogSinkException {
    call(
        "append",
        () -> {
          batch.forEach(appender::append);
          appender.check();
        });
    long firstSequence = newestSequence + 1;
    newestSequence += batch.size();
    return new AppendReceipt(firstSequence, newestSequence, capabilities.appendDurability());
  }

  @Override
  public synchronized void sync() throws LogSinkException {
    call(
        "sync",
        () -> {
          appender.flush();
          appender.check();
        });
  }

  private void call(String operation, Work work) throws LogSinkException {
    gate.pass(() -> {
      try {
        work.run();
        return work;
      } catch (IOException e) {
        throw faults.of(operation, e);
      }
    });
  }

  @Override
  public LogPage read(LogQuery query) {
    throw new UnsupportedOperationException(faults.backend() + " writes lines and reads none");
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) {
    throw new UnsupportedFeatureException(faults.backend(), Feature.HISTOGRAM);
  }

  @Override
  public MaintenanceReport maintain(Instant now) {
    return gate.look(() -> MaintenanceReport.NOTHING);
  }

  /** No record: none can be read. */
  @Override
  public SinkStats stats() {
    return gate.look(() -> new SinkStats(0, 0, 0, 0, 1, appender.engine()));
  }

  @Override
  public synchronized void close() throws LogSinkException {
    gate.close(() -> {
      try {
        appender.close();
        return appender;
      } catch (IOException e) {
        throw faults.of("close", e);
      }
    });
  }
}
