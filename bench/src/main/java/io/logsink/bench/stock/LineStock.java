package io.logsink.bench.stock;

import io.logsink.bench.lines.Workload;
import io.logsink.bench.lines.WorkloadReader;
import io.logsink.bench.workload.LineKind;
import io.logsink.bench.workload.LinesPlan;
import io.logsink.bench.workload.ProducerPlan;
import io.logsink.bench.workload.WorkloadPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The lines of one producer, which start again from the first after the last. Immutable. */
public final class LineStock {
  private static final long MOST_BYTES = 256L << 20;
  private static final long JVM_BYTES = 8L << 20;

  private final List<StockLine> lines;

  private LineStock(List<StockLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * The lines of every producer, by its name.
   *
   * @throws IOException when a file cannot be read or a command not be run
   */
  public static Map<String, LineStock> of(WorkloadPlan plan) throws IOException {
    Map<String, LineStock> stocks = new TreeMap<>();
    for (Map.Entry<String, ProducerPlan> producer : plan.producers().entrySet()) {
      stocks.put(producer.getKey(), of(producer.getValue().lines()));
    }
    return stocks;
  }

  /**
   * The lines that {@code plan} names.
   *
   * @throws IOException when a file cannot be read or a command not be run
   * @throws IllegalArgumentException when there are none
   */
  public static LineStock of(LinesPlan plan) throws IOException {
    return switch (plan.kind()) {
      case TEXT, SERVICE, BUILD, ACCESS, CRASH, SYSMON, RPC -> made(plan);
      case JVM, PATH, COMMAND -> read(plan);
    };
  }

  private static LineStock made(LinesPlan plan) {
    LineMaker maker = maker(plan, new Dice(new SplittableRandom(plan.seed())));
    List<StockLine> lines = new ArrayList<>(plan.count());
    for (int i = 0; i < plan.count(); i++) {
      lines.add(maker.next());
    }
    return new LineStock(lines);
  }

  private static LineMaker maker(LinesPlan plan, Dice dice) {
    return switch (plan.kind()) {
      case SERVICE -> new ServiceLines(dice);
      case BUILD -> new BuildLines(dice);
      case ACCESS -> new AccessLines(dice);
      case CRASH -> new CrashLines(dice);
      case SYSMON -> new SysmonLines(dice);
      case RPC -> new RpcLines(dice);
      case TEXT, JVM, PATH, COMMAND -> new TextLines(dice, plan.length());
    };
  }

  private static LineStock read(LinesPlan plan) throws IOException {
    return new LineStock(
        workload(plan).records().stream()
            .limit(plan.count())
            .map(record -> new StockLine(record.severity(), record.body(), record.attributes()))
            .toList());
  }

  private static Workload workload(LinesPlan plan) throws IOException {
    WorkloadReader reader =
        new WorkloadReader(plan.kind() == LineKind.JVM ? JVM_BYTES : MOST_BYTES);
    switch (plan.kind()) {
      case PATH -> reader.addPath(plan.path());
      case COMMAND -> reader.addCommand(plan.command());
      default -> reader.addJvm(Path.of(Objects.requireNonNull(System.getProperty("java.home"))));
    }
    return reader.workload();
  }

  /** What the record with that running number says. */
  public StockLine line(long number) {
    return lines.get((int) (number % lines.size()));
  }

  /** How many there are before they repeat. */
  public int size() {
    return lines.size();
  }

  /** The mean length of their bodies in bytes. */
  public double meanBytes() {
    return lines.stream().mapToInt(line -> line.body().length()).average().orElseThrow();
  }
}
