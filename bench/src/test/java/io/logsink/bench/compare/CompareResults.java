package io.logsink.bench.compare;

import io.logsink.api.Durability;
import io.logsink.bench.Contender;
import io.logsink.bench.Promise;
import io.logsink.bench.floor.FloorBackend;
import io.logsink.bench.host.HostLoad;
import io.logsink.bench.host.HostReport;
import io.logsink.bench.machine.MachineProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes results of comparisons that never were. */
public final class CompareResults {
  /** Where they were not made. */
  static final MachineProfile MACHINE =
      new MachineProfile(
          "Abacus 3", 2, 16_000_000_000L, "Linux 6", "ext4", 4_200_000, "JVM 25", 1L << 30, "abc");

  private static final Promise SAFE = new Promise(Durability.PROCESS_CRASH, Durability.POWER_LOSS);
  private static final Promise SAFER = new Promise(Durability.POWER_LOSS, Durability.POWER_LOSS);
  private static final HostLoad QUIET =
      new HostLoad(0.01, 0, OptionalDouble.of(0.02), OptionalDouble.of(0.3));

  private CompareResults() {}

  /**
   * Of {@code a} and {@code b}, where b may have a slowdown, and {@code c}, which promises more.
   */
  public static CompareResult of(Verdict verdict, double planted) {
    return new CompareResult(
        Instant.parse("2026-03-10T12:00:00Z"),
        Duration.ofSeconds(40),
        MACHINE,
        Plans.of(Path.of("x"), 20),
        1_000,
        List.of(new NoiseFloor("a", new Interval(0.97, 1, 1.04), List.of(1.0, 1.02))),
        List.of(
            arm(Arm.of(floor()), SAFE),
            arm(arm("a"), SAFE),
            arm(arm("b").slowedBy(planted), SAFE),
            arm(arm("c"), SAFER)),
        List.of(
            new PairResult(
                "a", "b", new Interval(1.1, 1.2, 1.3), List.of(1.2, 1.25), 1.04, verdict, "why")),
        new HostReport(Optional.of(QUIET), Optional.of(QUIET), 40, 1, List.of(), false),
        Map.of("d", "the disk is on fire"));
  }

  private static Contender floor() {
    FloorBackend floor = FloorBackend.rawFile();
    return new Contender(floor.name(), floor, floor.defaultSettings());
  }

  private static Arm arm(String label) {
    return Arm.of(TimedBackend.of(label, new ManualClock(1), () -> 1).contender());
  }

  private static ArmResult arm(Arm arm, Promise promise) {
    return new ArmResult(
        arm,
        promise,
        Map.of("mode", "asked for"),
        Map.of("mode", "in force"),
        new Interval(900, 1_000, 1_250),
        List.of(990.0, 1_010.0));
  }
}
