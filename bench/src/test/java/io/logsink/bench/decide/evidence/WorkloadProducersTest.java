package io.logsink.bench.decide.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.workload.Workloads;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.SourceRule;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WorkloadProducersTest {
  @Test
  void aBurstComesInOneSecondAndFrequentOnesAddUp() throws IOException {
    Producers producers =
        of(
            """
            a { source = a, rate = 10 }
            b { source = b, rate = 10, burst { size = 500, every = 10s } }
            c { source = c, rate = 0, burst { size = 5, every = 100ms } }
            """);

    assertThat(producers.all()).extracting(Producer::source).containsExactly("a", "b", "c");
    assertThat(producers.all()).extracting(Producer::peakRate).containsExactly(10.0, 510.0, 50.0);
    assertThat(producers.all()).extracting(Producer::meanRate).containsExactly(10.0, 60.0, 50.0);
    assertThat(producers.origin()).isEqualTo("the workload mine");
  }

  @Test
  void linesAreKnownWhereTheyAreMoreThanText() throws IOException {
    Producers producers =
        of(
            """
            a { source = a, lines { length { mean-bytes = 77B } } }
            b { source = b, lines { kind = access, count = 100 } }
            """);

    assertThat(producers.all().get(0).lines()).isEmpty();
    assertThat(producers.all().get(0).meanBytes()).isEqualTo(77);
    assertThat(producers.all().get(1).lines().orElseThrow().origin())
        .isEqualTo("made-up lines of the kind access");
    assertThat(producers.all().get(1).meanBytes())
        .isEqualTo(producers.all().get(1).lines().orElseThrow().stock().meanBytes());
  }

  @Test
  void rulesAreTriedOnTheLinesAtThePeak() throws IOException {
    Producer producer =
        of("a { source = a, rate = 1000, lines { kind = service, count = 1000 } }")
            .all()
            .getFirst();
    Reduction none = Trials.of(producer, SourceRule.DEFAULT);
    Reduction merged =
        Trials.of(producer, SourceRule.DEFAULT.withCoalescing(Duration.ofSeconds(10), 100));
    Reduction limited =
        Trials.of(producer, SourceRule.DEFAULT.withRates(new RateLimit(90, 10), RateLimit.NONE));

    assertThat(none.peakShare()).isEqualTo(1);
    assertThat(merged.peakShare()).isLessThan(0.5);
    assertThat(limited.peakShare()).isBetween(0.05, 0.2);
    assertThat(limited.evidence())
        .startsWith("tried on made-up lines of the kind service: of 15,000");
  }

  private static Producers of(String producers) throws IOException {
    return WorkloadProducers.of(
        Workloads.of("mine", "logsink.workload.producers { %s }".formatted(producers)));
  }
}
