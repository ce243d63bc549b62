package io.logsink.bench.compare;

import io.logsink.bench.host.HostLimits;
import io.logsink.bench.workload.Workloads;
import java.nio.file.Path;
import java.time.Duration;

/** Plans that take no time, and surroundings in which nothing else runs. */
final class Plans {
  private Plans() {}

  static ComparePlan of(Path folder, int rounds) {
    return of(folder, rounds, false, true);
  }

  static ComparePlan synced(Path folder, int rounds) {
    return of(folder, rounds, true, true);
  }

  static ComparePlan unforced(Path folder, int rounds) {
    return of(folder, rounds, false, false);
  }

  private static ComparePlan of(Path folder, int rounds, boolean syncEach, boolean forced) {
    return new ComparePlan(
        Workloads.of(
            "w",
            "logsink.workload.producers { a { source = a, rate = 1, lines { count = 100 } } }"),
        folder,
        rounds,
        Duration.ofMillis(10),
        50,
        0.2,
        syncEach,
        7,
        forced);
  }

  static Surroundings calm(ManualClock clock) {
    return new Surroundings(clock, () -> {}, Duration.ZERO, HostLimits.BEFORE, true);
  }
}
