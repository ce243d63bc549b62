package io.logsink.bench.micro;

import io.logsink.api.query.LogFilter;
import io.logsink.api.query.RecordPredicate;
import io.logsink.api.query.Tokens;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The loops that run for each record, whatever the backend: nanoseconds a record, over a block of
 * them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InnerLoops {
  private static final int BLOCK_COUNT = 512;

  private final BlockCodec codec = new BlockCodec(1);
  private List<LogRecord> records;
  private ByteBuffer block;
  private RecordPredicate words;
  private RecordPredicate contains;

  /** For JMH. */
  public InnerLoops() {}

  /** Makes a block of lines that differ in numbers and in what they say. */
  @Setup
  public void makeRecords() {
    records = new ArrayList<>();
    for (int i = 0; i < BLOCK_COUNT; i++) {
      String line =
          "GET /api/v%d/items/%08x?page=%d 200 %dms user=u%d cache %s"
              .formatted(
                  i % 3, i * 0x9E3779B9, i % 17, i % 911, i % 101, i % 7 == 0 ? "MISS" : "hit");
      records.add(
          new LogRecord(
              i * 1_000L,
              i * 1_000L,
              Severity.INFO,
              Source.of("pty:web" + i % 5),
              LogBody.of(line),
              Attributes.EMPTY));
    }
    block = ByteBuffer.wrap(codec.encode(1, records));
    words = LogFilter.words("cache miss").predicate();
    contains = LogFilter.contains("cache MISS").predicate();
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

  private int count(RecordPredicate predicate) {
    int count = 0;
    for (LogRecord entry : records) {
      count += predicate.test(entry) ? 1 : 0;
    }
    return count;
  }
}
