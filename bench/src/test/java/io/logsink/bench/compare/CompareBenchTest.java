package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.logsink.api.Durability;
import io.logsink.bench.Contender;
import io.logsink.bench.host.HostBusyException;
import io.logsink.bench.host.HostLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With stores whose time is made up, so that what has to come out is known. */
final class CompareBenchTest {
  private static final int ROUNDS = 20;
  private static final double NANOS = 20_000;

  @TempDir private Path folder;

  private final ManualClock clock = new ManualClock(1_000);
  private final Random random = new Random(3);
  private final Arm calm = Arm.of(store("calm", NANOS).contender());

  @Test
  void namesTheArmWithThePlantedSlowdown() throws Exception {
    Arm again = Arm.of(store("again", NANOS).contender());

    PairResult plain = compare(calm, again).pairs().getFirst();
    PairResult slowed = compare(calm, again.slowedBy(0.2)).pairs().getFirst();
    PairResult turned = compare(calm.slowedBy(0.2), again).pairs().getFirst();

    assertThat(plain.verdict()).isEqualTo(Verdict.WITHIN_NOISE);
    assertThat(plain.slower()).isEmpty();
    assertThat(slowed.slower()).contains("again");
    assertThat(slowed.ratio().middle()).isCloseTo(1.2, within(0.05));
    assertThat(turned.slower()).contains("calm");
  }

  @Test
  void measuresTheNoiseFirstAndWithoutWhatIsPlanted() throws Exception {
    List<String> said = new ArrayList<>();
    CompareResult result =
        new CompareBench(
                Plans.of(folder, ROUNDS),
                List.of(calm, Arm.of(store("other", NANOS).contender()).slowedBy(1)),
                Plans.calm(clock),
                (what, done, left) -> said.add(what))
            .run();

    assertThat(result.noise()).extracting(NoiseFloor::label).containsExactly("calm", "other");
    assertThat(result.noise())
        .allSatisfy(noise -> assertThat(noise.factor()).isBetween(1.0, 1.1))
        .allSatisfy(noise -> assertThat(noise.rounds()).hasSize(ROUNDS));
    assertThat(said.indexOf("comparison, round 1 of 20: other"))
        .isGreaterThan(said.indexOf("noise floor, round 20 of 20: other"))
        .isGreaterThan(said.indexOf("noise floor, round 20 of 20: calm"));
  }

  /** Whoever is alike under another name is measured twice as one. */
  @Test
  void measuresTheNoiseOfArmsThatAreAlikeOnce() throws Exception {
    CompareResult result = compare(calm, calm(), Arm.of(store("other", NANOS).contender()));

    assertThat(result.noise()).extracting(NoiseFloor::label).containsExactly("calm", "other");
    assertThat(result.pairs()).hasSize(3);
  }

  private Arm calm() {
    return Arm.of(
        new Contender("calm too", calm.contender().backend(), calm.contender().settings()));
  }

  @Test
  void neverRanksWhatPromisesDifferentThings() throws Exception {
    Arm durable = Arm.of(store("durable", 10 * NANOS).promising(Durability.POWER_LOSS).contender());

    CompareResult result = compare(calm, durable);
    CompareResult synced =
        new CompareBench(
                Plans.synced(folder, ROUNDS),
                List.of(calm, durable),
                Plans.calm(clock),
                (what, done, left) -> {})
            .run();

    assertThat(result.pairs()).isEmpty();
    assertThat(result.arms()).extracting(ArmResult::label).contains("calm", "durable");
    assertThat(synced.pairs()).singleElement().extracting(PairResult::slower).isNotNull();
    assertThat(synced.pairs().getFirst().slower()).contains("durable");
  }

  @Test
  void hasTheFloorsAndWhatTheEnginesSay() throws Exception {
    CompareResult result = compare(calm, Arm.of(store("other", NANOS).contender()));

    assertThat(result.arms())
        .extracting(ArmResult::label)
        .containsExactly("noop", "raw-file", "calm", "other");
    assertThat(result.arms().getLast().engine()).containsEntry("mode", "in force");
    assertThat(result.arms().getLast().settings()).containsEntry("mode", "asked for");
    assertThat(result.arms().getLast().nanosPerRecord().middle())
        .isCloseTo(NANOS, within(0.05 * NANOS));
    assertThat(result.pairs())
        .noneMatch(pair -> pair.first().equals("noop") || pair.second().equals("raw-file"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void goesOnWithoutAnArmThatFails() throws Exception {
    Arm broken = Arm.of(store("broken", NANOS).thatFails().contender());

    CompareResult result = compare(calm, broken, Arm.of(store("other", NANOS).contender()));

    assertThat(result.failures()).containsExactly(Map.entry("broken", "the disk is on fire"));
    assertThat(result.pairs()).singleElement().extracting(PairResult::second).isEqualTo("other");
  }

  /** No host is quiet enough for limits below zero, so that any is busy. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesToBeginOnABusyHostAndGivesNoVerdictAfterwards() throws Exception {
    Surroundings busy =
        new Surroundings(clock, () -> {}, Duration.ZERO, new HostLimits(-1, -1, -1, -1), true);
    List<Arm> arms = List.of(calm, Arm.of(store("other", 2 * NANOS).contender()));

    assertThatThrownBy(() -> unforced(arms, busy).run())
        .isInstanceOf(HostBusyException.class)
        .hasMessageContaining("--force");
    assertThat(unforced(arms, busy.again()).run().pairs().getFirst().reason())
        .startsWith("the host was busy: before: other processes take ");
    assertThat(bench(ROUNDS, arms.getFirst(), arms.getLast()).run().pairs().getFirst().slower())
        .contains("other");
    assertThat(folder).isEmptyDirectory();
  }

  private CompareBench unforced(List<Arm> arms, Surroundings surroundings) {
    return new CompareBench(
        Plans.unforced(folder, ROUNDS), arms, surroundings, (what, done, left) -> {});
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Arm other = Arm.of(store("other", NANOS).contender());

    assertThatThrownBy(() -> compare(calm))
        .hasMessage("a comparison needs two arms or more, not 1");
    assertThatThrownBy(() -> compare(calm, calm)).hasMessageContaining("the same label");
    assertThatThrownBy(() -> bench(6, calm, other, calm(), Arm.of(store("x", 1).contender())))
        .hasMessage("4 arms need 8 rounds or more, not 6");
    assertThatThrownBy(() -> bench(6, calm, other))
        .as("one pair, but two noise floors")
        .hasMessage("2 arms need 7 rounds or more, not 6");
    assertThatThrownBy(() -> Plans.of(folder, 5)).hasMessage("rounds must be 6 to 200, not 5");
  }

  @Test
  void passesItsOwnSelfTest() throws Exception {
    int repetitions = 6;
    SelfTestResult result =
        new SelfTest(
                Plans.of(folder, ROUNDS),
                calm.contender(),
                0.2,
                repetitions,
                Plans.calm(clock),
                (what, done, left) -> assertThat(done).isBetween(0.0, 1.0))
            .run();

    assertThat(result.slowedCounts()).isEqualTo(new SelfTestResult.Counts(repetitions, 0, 0, 0));
    assertThat(result.plainCounts()).isEqualTo(new SelfTestResult.Counts(repetitions, 0, 0, 0));
    assertThat(result.passed()).isTrue();
  }

  /** One that cannot measure says so, and neither passes nor names anything. */
  @Test
  void doesNotPassItsSelfTestWhereNothingCanBeTold() throws Exception {
    DoubleSupplier wild = () -> NANOS * Math.exp(2 * random.nextGaussian());
    SelfTestResult result =
        new SelfTest(
                Plans.of(folder, 8),
                TimedBackend.of("wild", clock, wild).contender(),
                0.2,
                4,
                Plans.calm(clock),
                (what, done, left) -> {})
            .run();

    assertThat(result.passed()).isFalse();
    assertThat(result.slowedCounts().cannotTellCount()).isEqualTo(4);
  }

  private CompareResult compare(Arm... arms) throws Exception {
    return bench(ROUNDS, arms).run();
  }

  private CompareBench bench(int rounds, Arm... arms) {
    return new CompareBench(
        Plans.of(folder, rounds), List.of(arms), Plans.calm(clock), (what, done, left) -> {});
  }

  /** A store with noise of a few per cent from batch to batch. */
  private TimedBackend store(String name, double nanosPerRecord) {
    return TimedBackend.of(
        name, clock, () -> nanosPerRecord * Math.exp(0.05 * random.nextGaussian()));
  }
}
