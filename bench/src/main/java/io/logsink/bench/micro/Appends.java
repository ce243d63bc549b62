package io.logsink.bench.micro;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Appending batches of 1,000 records, one after the other, to a store that is fresh in each
 * iteration: nanoseconds a record, without upkeep and sync.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Appends {
  private static final int BATCH_COUNT = 1_000;

  /** Whose store. */
  @Param({"noop", "raw-file", "sqlite-wal", "sqlite-delete", "lmdb", "rotfile", "ring"})
  private String backend;

  private final LogBatch batch = LogBatch.of(SampleRecords.of(BATCH_COUNT));
  private FreshStore store;

  /** For JMH. */
  public Appends() {}

  /** Makes the store. */
  @Setup(Level.Iteration)
  public void open() throws LogSinkException, IOException {
    store = FreshStore.of(backend);
  }

  /** Removes it. */
  @TearDown(Level.Iteration)
  public void close() throws LogSinkException, IOException {
    store.close();
  }

  /** One batch. */
  @Benchmark
  @OperationsPerInvocation(BATCH_COUNT)
  public AppendReceipt append() throws LogSinkException {
    return store.sink().append(batch);
  }
}
