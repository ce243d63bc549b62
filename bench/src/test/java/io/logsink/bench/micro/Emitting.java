package io.logsink.bench.micro;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Eight producers that hand over records as fast as they can, to a pipeline and to what people
 * would use instead, each with a queue of some 50,000 records and one thread that takes them out
 * and does nothing with them. {@code docs/bench-pipeline.md} has the results and says what differs.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(Emitting.PRODUCER_COUNT)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class Emitting {
  static final int PRODUCER_COUNT = 8;

  /** What every record says: 110 bytes, as a line of a web server. */
  static final String TEXT =
      "10.0.0.17 GET /api/v1/items/7f3a9c02?page=3&sort=name 200 18ms user=u4711 cache=hit"
          + " trace=5b8aa5a2d2c872e8321c";

  /** Which, and what its producers do when the queue is full. */
  @Param({
    "logsink-drop",
    "logsink-block",
    "log4j2-drop",
    "log4j2-block",
    "logback-drop",
    "logback-block"
  })
  private String target;

  private EmitTarget open;

  /** For JMH. */
  public Emitting() {}

  /** Opens it. */
  @Setup
  public void open() throws Exception {
    boolean blocks = target.endsWith("-block");
    open =
        switch (target.substring(0, target.indexOf('-'))) {
          case "logsink" -> new PipelineTarget(blocks);
          case "log4j2" -> new Log4jTarget(blocks);
          case "logback" -> new LogbackTarget(blocks);
          default -> throw new IllegalArgumentException("no target is called " + target);
        };
  }

  /** Closes it, and says how many records came out. */
  @TearDown
  public void close(BenchmarkParams params) {
    long storedCount = open.close();
    if (params.getForks() > 0) {
      System.out.printf("%n# %s: %,d records came out%n", target, storedCount);
    }
  }

  /** One of the producers. */
  @State(Scope.Thread)
  public static class Producer {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Runnable emitting;

    /** For JMH. */
    public Producer() {}

    /** Gives it a name of its own. */
    @Setup(Level.Trial)
    public void begin(Emitting bench) {
      emitting = bench.open.producer("producer" + NUMBERS.getAndIncrement() % PRODUCER_COUNT);
    }
  }

  /** One record. */
  @Benchmark
  public void emit(Producer producer) {
    producer.emitting.run();
  }
}
