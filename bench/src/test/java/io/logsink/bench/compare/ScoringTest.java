package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.logsink.api.Capabilities;
import io.logsink.bench.host.HostReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScoringTest {
  private static final int ROUNDS = 12;
  private static final HostReport QUIET = host(false);
  private static final HostReport FORCED = host(true, "too much else");
  private static final HostReport BUSY = host(false, "too much else", "and more");

  private final Arm one = Arm.of(TimedBackend.of("one", new ManualClock(1), () -> 1).contender());
  private final Arm two = Arm.of(TimedBackend.of("two", new ManualClock(1), () -> 1).contender());

  @Test
  void namesTheSlowerOnAQuietHostAndWhenItIsForced() {
    assertThat(pair(QUIET, 1.3).slower()).contains("two");
    assertThat(pair(FORCED, 1.3).slower()).contains("two");
    assertThat(pair(FORCED, 1 / 1.3).slower()).contains("one");
  }

  @Test
  void namesNobodyOnABusyHost() {
    PairResult pair = pair(BUSY, 1.3);

    assertThat(pair.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(pair.reason()).isEqualTo("the host was busy: too much else; and more");
    assertThat(pair.ratio().middle()).isCloseTo(1.3, within(1e-3));
  }

  /** The noisier of the two says what a difference has to exceed. */
  @Test
  void takesTheLargerNoiseOfTheTwo() {
    assertThat(pair(QUIET, 1.3).noiseFactor()).isCloseTo(1.1, within(1e-3));
    assertThat(pair(QUIET, 1.09).slower()).isEmpty();
    assertThat(pair(QUIET, 1.11).slower()).contains("two");
  }

  @Test
  void asksForMoreConfidenceTheMoreIsCompared() {
    assertThat(Scoring.confidence(1)).isCloseTo(0.95, within(1e-12));
    assertThat(Scoring.confidence(10)).isCloseTo(0.995, within(1e-12));
    assertThat(Scoring.confidence(0)).isCloseTo(0.95, within(1e-12));
  }

  private PairResult pair(HostReport host, double ratio) {
    List<Twins> twins =
        List.of(
            new Twins(measured(one, 1_000_000), measured(one, 1_020_000)),
            new Twins(measured(two, 1_000_000), measured(two, 1_100_000)));
    List<Entrant> entrants =
        List.of(measured(one, 1_000_000), measured(two, Math.round(1_000_000 * ratio)));
    return new Scoring(Plans.of(Path.of("x"), ROUNDS), entrants, twins, host)
        .result(Instant.EPOCH, Duration.ZERO, CompareResults.MACHINE, 1_000)
        .pairs()
        .getFirst();
  }

  private static Entrant measured(Arm arm, long nanos) {
    Entrant entrant = new Entrant(arm);
    for (int round = 0; round < ROUNDS; round++) {
      entrant.measured(new Lap(nanos, 1_000, Capabilities.least(), Map.of()));
    }
    return entrant;
  }

  private static HostReport host(boolean forced, String... complaints) {
    return new HostReport(Optional.empty(), Optional.empty(), 0, 0, List.of(complaints), forced);
  }
}
