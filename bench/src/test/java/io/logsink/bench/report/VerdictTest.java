package io.logsink.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.ContenderResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private static final String PROMISE =
      "append and sync survive a crash of the process (PROCESS_CRASH)";

  @Test
  void namesTheFastestWhenNoRoundReachesIntoAnothers() {
    assertThat(
            sentences(
                Results.crashSafe("slow", 100_000, 110_000, 120_000),
                Results.crashSafe("fast", 220_000, 230_000, 300_000)))
        .contains(
            PROMISE + ": fastest append: fast (230k records/s), 2.1 times better than the next");
  }

  @Test
  void saysWithinNoiseWhenTheRoundsReachIntoEachOther() {
    assertThat(
            sentences(
                Results.crashSafe("one", 100_000, 110_000, 250_000),
                Results.crashSafe("other", 220_000, 230_000, 300_000),
                Results.crashSafe("slow", 1_000, 1_100, 1_200)))
        .contains(
            PROMISE
                + ": fastest append: other (230k records/s) and one (110k records/s), within noise")
        .noneMatch(sentence -> sentence.contains("slow"));
  }

  @Test
  void neverComparesWhatPromisesDifferently() {
    List<String> sentences =
        sentences(Results.crashSafe("durable", 1_000), Results.fleeting("fleeting", 9_000_000));

    assertThat(sentences)
        .containsSubsequence(
            PROMISE + ": durable is alone here, so there is nothing to compare it with",
            "append and sync survive nothing (VOLATILE): fleeting is alone here, so there is"
                + " nothing to compare it with")
        .noneMatch(sentence -> sentence.contains("fastest"));
  }

  @Test
  void neverComparesWithAFloor() {
    assertThat(sentences(Results.fleeting("one", 10), Results.floor(1e9)))
        .noneMatch(sentence -> sentence.contains("noop"));
  }

  @Test
  void pointsOutRoundsThatLieFarApart() {
    assertThat(sentences(Results.crashSafe("restless", 100, 150, 50)))
        .contains(
            "the appends of restless differ by 100 % between rounds: take a quiet machine and"
                + " more --rounds");
    assertThat(sentences(Results.crashSafe("calm", 100, 101, 102)))
        .noneMatch(sentence -> sentence.contains("calm differ"));
  }

  private static List<String> sentences(ContenderResult... members) {
    return new Verdict(Results.of(members)).sentences();
  }
}
