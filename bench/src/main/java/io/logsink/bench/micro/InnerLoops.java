package io.logsink.bench.micro;

import io.logsink.api.query.LogFilter;
import io.logsink.api.query.RecordPredicate;
import io.logsink.api.query.Tokens;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The loops that run for each record, whatever the backend: nanoseconds a record, over a block of
 * them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InnerLoops {
  private static final int BLOCK_COUNT = 512;

  private final BlockCodec codec = new BlockCodec(1);
  private List<LogRecord> records;
  private ByteBuffer block;
  private RecordPredicate words;
  private RecordPredicate contains;
  private RecordPredicate pattern;
  private RecordPredicate glob;

  /** For JMH. */
  public InnerLoops() {}

  /** Makes a block of lines. */
  @Setup
  public void makeRecords() {
    records = SampleRecords.of(BLOCK_COUNT);
    block = ByteBuffer.wrap(codec.encode(1, records));
    words = LogFilter.words("cache miss").predicate();
    contains = LogFilter.contains("cache MISS").predicate();
    pattern = LogFilter.matches("cache\\s+MISS").predicate();
    glob = LogFilter.sources("pty:*3").predicate();
  }

  /** Finding the tokens of a body. */
  @Benchmark
  @OperationsPerInvocation(BLOCK_COUNT)
  public void tokens(Blackhole sink) {
    for (LogRecord entry : records) {
      Tokens.forEach(
          entry.body().unsafeArray(),
          (buffer, from, to) -> {
            sink.consume(to - from);
            return true;
          });
    }
  }

  /** Putting records into a block. */
  @Benchmark
  @OperationsPerInvocation(BLOCK_COUNT)
  public byte[] encode() {
    return codec.encode(1, records);
  }

  /** Getting them out again. */
  @Benchmark
  @OperationsPerInvocation(BLOCK_COUNT)
  public Object decode() throws DamagedBlockException {
    return BlockCodec.decode(block);
  }

  /** Deciding whether a record has two words. */
  @Benchmark
  @OperationsPerInvocation(BLOCK_COUNT)
  public int matchWords() {
    return count(words);
  }

  /** Deciding whether a record contains a text. */
  @Benchmark
  @OperationsPerInvocation(BLOCK_COUNT)
  public int matchContains() {
    return count(contains);
  }

  /** Deciding whether a record matches a regular expression. */
  @Benchmark
  @OperationsPerInvocation(BLOCK_COUNT)
  public int matchPattern() {
    return count(pattern);
  }

  /** Deciding whether a record is from a source of a kind. */
  @Benchmark
  @OperationsPerInvocation(BLOCK_COUNT)
  public int matchGlob() {
    return count(glob);
  }

  private int count(RecordPredicate predicate) {
    int count = 0;
    for (LogRecord entry : records) {
      count += predicate.test(entry) ? 1 : 0;
    }
    return count;
  }
}
