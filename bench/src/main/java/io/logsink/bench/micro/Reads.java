package io.logsink.bench.micro;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading one page of a store of 20,000 records whose newest window is not sealed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Reads {
  private static final int BATCH_COUNT = 1_000;
  private static final int RECORD_COUNT = 20_000;
  private static final int PAGE_COUNT = 200;

  private static final LogQuery NEWEST = LogQuery.newest(PAGE_COUNT);
  private static final LogQuery SOURCE = NEWEST.where(LogFilter.sources("pty:web3"));
  private static final LogQuery WORD = NEWEST.where(LogFilter.words("miss"));

  /** Whose store. */
  @Param({"sqlite-wal", "sqlite-delete", "lmdb", "rotfile", "ring"})
  private String backend;

  private FreshStore store;

  /** For JMH. */
  public Reads() {}

  /** Fills it. */
  @Setup
  public void open() throws LogSinkException, IOException {
    store = FreshStore.of(backend).filled(batches(SampleRecords.of(RECORD_COUNT)));
  }

  private static List<LogBatch> batches(List<LogRecord> records) {
    return IntStream.range(0, records.size() / BATCH_COUNT)
        .mapToObj(i -> records.subList(i * BATCH_COUNT, (i + 1) * BATCH_COUNT))
        .map(LogBatch::of)
        .toList();
  }

  /** Removes it. */
  @TearDown
  public void close() throws LogSinkException, IOException {
    store.close();
  }

  /** The newest 200 records. */
  @Benchmark
  public LogPage newest() throws LogSinkException {
    return store.sink().read(NEWEST);
  }

  /** The newest 200 of one source in five. */
  @Benchmark
  public LogPage source() throws LogSinkException {
    return store.sink().read(SOURCE);
  }

  /** The newest 200 with a word that one line in seven has. */
  @Benchmark
  public LogPage word() throws LogSinkException {
    return store.sink().read(WORD);
  }
}
