package io.logsink.bench.compare;

import io.logsink.bench.workload.Workloads;
import java.nio.file.Path;
import java.time.Duration;

/** Plans that take no time, and surroundings in which nothing else runs. */
final class Plans {
  private Plans() {}

  static ComparePlan of(Path folder, int rounds) {
    return new ComparePlan(
        Workloads.of(
            "w",
            "logsink.workload.producers { a { source = a, rate = 1, lines { count = 100 } } }"),
        folder,
        rounds,
        Duration.ofMillis(10),
        50,
        0.2,
        false,
        7,
        true);
  }

  static ComparePlan synced(Path folder, int rounds) {
    ComparePlan plan = of(folder, rounds);
    return new ComparePlan(plan.workload(), folder, rounds, plan.stretch(), 50, 0.2, true, 7, true);
  }

  static Surroundings calm(ManualClock clock) {
    return new Surroundings(clock, () -> {}, Duration.ZERO);
  }
}
