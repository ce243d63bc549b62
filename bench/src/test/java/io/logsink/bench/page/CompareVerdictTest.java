package io.logsink.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.compare.Interval;
import io.logsink.bench.compare.NoiseFloor;
import io.logsink.bench.compare.PairResult;
import io.logsink.bench.compare.Verdict;
import io.logsink.bench.host.HostLoad;
import io.logsink.bench.host.HostReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompareVerdictTest {
  private static final Interval RATIO = new Interval(1.25, 2, 4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECOND_SLOWER | b is slower than a: it takes 2.000 times as long (1.250 to 4.000), why",
        "FIRST_SLOWER | a is slower than b: it takes 0.500 times as long (0.250 to 0.800), why",
        "WITHIN_NOISE | a and b: within noise; b takes 2.000 times as long (1.250 to 4.000); why",
        "CANNOT_TELL | a and b: cannot tell; b takes 2.000 times as long (1.250 to 4.000); why",
      })
  void saysItInWords(Verdict verdict, String sentence) {
    PairResult pair = new PairResult("a", "b", RATIO, List.of(), 1.05, verdict, "why");

    assertThat(CompareVerdict.sentence(pair)).isEqualTo(sentence);
  }

  @Test
  void saysWhatTheNoiseIs() {
    assertThat(CompareVerdict.sentence(new NoiseFloor("a", new Interval(0.8, 1, 1.1), List.of())))
        .isEqualTo("noise floor of a, measured twice as if it were two: 25.0 % (0.800 to 1.100)");
  }

  @Test
  void saysWhatElseRan() {
    assertThat(CompareVerdict.sentence(host(List.of(), false)))
        .isEqualTo("the host was quiet: 1 of 40 rounds disturbed");
    assertThat(CompareVerdict.sentence(host(List.of("too much", "and more"), false)))
        .isEqualTo("the host was busy: too much; and more; 1 of 40 rounds disturbed");
    assertThat(CompareVerdict.sentence(host(List.of("too much"), true))).contains("--force");
    assertThat(
            CompareVerdict.sentence(
                new HostReport(Optional.empty(), Optional.empty(), 0, 0, List.of(), false)))
        .contains("not known");
  }

  private static HostReport host(List<String> complaints, boolean forced) {
    HostLoad load = new HostLoad(0.1, 0, OptionalDouble.empty(), OptionalDouble.empty());
    return new HostReport(Optional.of(load), Optional.of(load), 40, 1, complaints, forced);
  }
}
