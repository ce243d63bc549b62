package io.logsink.bench.decide.evidence;

import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.BurstPlan;
import io.logsink.bench.workload.LineKind;
import io.logsink.bench.workload.LinesPlan;
import io.logsink.bench.workload.ProducerPlan;
import io.logsink.bench.workload.WorkloadPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The producers of a workload. */
public final class WorkloadProducers {
  private static final double MILLIS = 1_000;

  private WorkloadProducers() {}

  /**
   * The producers of {@code plan}, with their lines unless those are text without meaning.
   *
   * @throws IOException when lines cannot be read
   */
  public static Producers of(WorkloadPlan plan) throws IOException {
    List<Producer> all = new ArrayList<>();
    for (ProducerPlan producer : plan.producers().values()) {
      all.add(producer(producer));
    }
    String description = plan.settings().description();
    String origin =
        "the workload %s%s"
            .formatted(plan.name(), description.isEmpty() ? "" : " (" + description + ")");
    return new Producers(origin, all, true, 0, List.of());
  }

  private static Producer producer(ProducerPlan plan) throws IOException {
    Optional<OwnLines> lines = lines(plan.lines());
    double meanBytes =
        lines.isPresent() ? lines.get().stock().meanBytes() : plan.lines().length().meanBytes();
    return new Producer(plan.source(), plan.meanRate(), peakRate(plan), meanBytes, lines);
  }

  /** A burst comes within one second, and so do all bursts that are less than one apart. */
  private static double peakRate(ProducerPlan plan) {
    BurstPlan burst = plan.burst();
    return plan.rate() + burst.size() / Math.min(1, burst.every().toMillis() / MILLIS);
  }

  private static Optional<OwnLines> lines(LinesPlan plan) throws IOException {
    return plan.kind() == LineKind.TEXT
        ? Optional.empty()
        : Optional.of(new OwnLines(LineStock.of(plan), origin(plan)));
  }

  private static String origin(LinesPlan plan) {
    return switch (plan.kind()) {
      case PATH -> "the lines of " + plan.path();
      case COMMAND -> "the lines that \"%s\" prints".formatted(plan.command());
      case JVM -> "the lines of a JVM";
      default -> "made-up lines of the kind " + plan.kind().name().toLowerCase(Locale.ROOT);
    };
  }
}
