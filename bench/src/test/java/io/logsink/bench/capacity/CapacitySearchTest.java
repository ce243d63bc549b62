package io.logsink.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.capacity.Capacity.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CapacitySearchTest {
  private static final CapacityLimits LIMITS =
      new CapacityLimits(Duration.ofSeconds(1), 0.05, 500, 1_000_000, 3, 60);

  private final List<Double> tried = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(doubles = {37, 499, 500, 501, 10_000, 11_111, 123_456})
  void findsWhatAStoreTakesWithinTheResolution(double perSecond) throws Exception {
    Capacity capacity = search(new SimulatedStore(perSecond, 1_000, LIMITS));

    assertThat(capacity.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(capacity.resolution()).isLessThanOrEqualTo(0.05 + 1e-6);
    // A trial may hold at half of the resolution too much, since the queue takes that up.
    assertThat(capacity.rate()).isBetween(perSecond / 1.06, perSecond * 1.03);
    assertThat(capacity.refused().orElseThrow().rate()).isGreaterThan(perSecond * 0.999);
    assertThat(capacity.confirmCount()).isEqualTo(3);
  }

  @Test
  void aLongQueueDoesNotMakeAStoreLookFast() throws Exception {
    Capacity capacity = search(new SimulatedStore(10_000, 1_000_000, LIMITS));

    assertThat(capacity.rate()).isBetween(9_400.0, 10_300.0);
    assertThat(capacity.refused().orElseThrow().verdict()).isIn(Verdict.BEHIND, Verdict.LATE);
  }

  @Test
  void theRateThatIsReportedHeldEachTimeInTheEnd() throws Exception {
    Capacity capacity = search(new SimulatedStore(10_000, 100, LIMITS));

    assertThat(capacity.trials().subList(capacity.trials().size() - 3, capacity.trials().size()))
        .allMatch(trial -> trial.held() && trial.rate() == capacity.rate());
    assertThat(capacity.sentence()).matches("holds [0-9,]+ records/s, and not [0-9,]+ .*dropped");
  }

  @Test
  void oneHiccupAtEachRateChangesNothing() throws Exception {
    Set<Double> seen = new HashSet<>();
    Capacity capacity =
        search(
            rate -> verdict(rate, seen.add(rate) || rate > 10_000 ? Verdict.LATE : Verdict.HELD));

    assertThat(capacity.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(capacity.rate()).isBetween(9_500.0, 10_000.0);
  }

  @Test
  void aRateThatHeldByLuckIsNotReported() throws Exception {
    Set<Double> seen = new HashSet<>();
    Capacity capacity =
        search(rate ->
            verdict(
                rate,
                rate <= 9_000 || (rate <= 10_000 && seen.add(rate))
                    ? Verdict.HELD
                    : Verdict.DROPPED));

    assertThat(capacity.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(capacity.rate()).isBetween(8_500.0, 9_000.0);
    assertThat(capacity.refused().orElseThrow().rate()).isGreaterThan(9_000);
  }

  @Test
  void whereTheGeneratorIsTheLimitTheCapacityIsAtLeastThat() throws Exception {
    Capacity capacity =
        search(rate -> verdict(rate, rate > 40_000 ? Verdict.GENERATOR : Verdict.HELD));

    assertThat(capacity.outcome()).isEqualTo(Outcome.AT_LEAST);
    assertThat(capacity.rate()).isBetween(38_000.0, 40_000.0);
    assertThat(capacity.sentence()).contains("records/s at least: because generator");
  }

  @Test
  void aGeneratorThatReachesNothingTellsNothing() throws Exception {
    assertThat(search(rate -> verdict(rate, Verdict.GENERATOR)).outcome())
        .isEqualTo(Outcome.UNSURE);
  }

  @Test
  void theHighestRateThatMayBeTriedIsALimitOfItsOwn() throws Exception {
    Capacity capacity = search(rate -> verdict(rate, Verdict.HELD));

    assertThat(capacity.outcome()).isEqualTo(Outcome.AT_LEAST);
    assertThat(capacity.rate()).isEqualTo(1_000_000);
    assertThat(capacity.sentence())
        .isEqualTo("holds 1,000,000 records/s at least: no higher rate was tried");
  }

  @Test
  void aStoreThatHoldsNothingHasNoCapacity() throws Exception {
    Capacity capacity = search(rate -> verdict(rate, Verdict.LATE));

    assertThat(capacity.outcome()).isEqualTo(Outcome.NONE);
    assertThat(capacity.rate()).isZero();
    assertThat(capacity.sentence()).isEqualTo("holds not even 10 records/s: because late");
  }

  @Test
  void somethingBrokenEndsTheSearchAtOnce() throws Exception {
    Capacity capacity = search(rate -> verdict(rate, rate > 1_000 ? Verdict.BROKEN : Verdict.HELD));

    assertThat(capacity.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(tried).containsExactly(500.0, 1_000.0, 2_000.0);
    assertThat(capacity.sentence()).isEqualTo("cannot tell: because broken");
  }

  @Test
  void aStoreThatIsNeverTheSameCannotBeTold() throws Exception {
    int[] count = {0};
    Capacity capacity =
        search(rate -> verdict(rate, count[0]++ % 3 == 2 ? Verdict.HELD : Verdict.LATE));

    assertThat(capacity.outcome()).isIn(Outcome.UNSURE, Outcome.NONE);
    assertThat(capacity.trials()).hasSizeLessThanOrEqualTo(60);
  }

  private Capacity search(RateTrial trial) throws Exception {
    return new CapacitySearch(
            LIMITS,
            rate -> {
              tried.add(rate);
              return trial.at(rate);
            })
        .run();
  }

  private static Trial verdict(double rate, Verdict verdict) {
    return new Trial(
        rate, verdict, rate, 0, 0, 0, "because " + verdict.name().toLowerCase(Locale.ROOT));
  }
}
