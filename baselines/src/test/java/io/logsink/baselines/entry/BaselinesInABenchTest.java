package io.logsink.baselines.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogRecord;
import io.logsink.bench.Bench;
import io.logsink.bench.BenchPlan;
import io.logsink.bench.BenchResult;
import io.logsink.bench.Contender;
import io.logsink.bench.ContenderResult;
import io.logsink.bench.Metric;
import io.logsink.bench.ReadBack;
import io.logsink.bench.lines.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** They take part in a comparison like every other backend. */
final class BaselinesInABenchTest {
  private static final List<LogRecord> RECORDS = HardRecords.of(100);
  private static final List<String> LINES = List.of("logback", "log4j2");

  @TempDir private Path folder;

  @Test
  void allAreFound() {
    assertThat(Baselines.all())
        .extracting(Contender::label)
        .containsExactlyInAnyOrder(
            "logback", "log4j2", "chronicle", "rocksdb", "mvstore", "lucene", "sqlite-seed");
  }

  @Test
  void noneFailsOrPromisesMoreThanItKeepsAndWhatCannotBeReadIsCounted() throws Exception {
    Workload workload = new Workload("a test", RECORDS, 0, true);
    BenchPlan plan = new BenchPlan(folder, 1, 50, Duration.ofSeconds(5), false);

    BenchResult result = new Bench(plan, workload, Baselines.all(), (what, done, left) -> {}).run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.results())
        .hasSize(7)
        .allSatisfy(member -> {
          boolean counted = LINES.contains(member.label());
          assertThat(member.readBack())
              .isEqualTo(counted ? new ReadBack(100, 0, 0, 100) : new ReadBack(100, 100, 0));
          assertThat(member.figure(Metric.WORD_COMMON).isPresent()).isEqualTo(!counted);
          assertThat(member.engine()).isNotEmpty();
        });
    assertThat(result.results())
        .extracting(BaselinesInABenchTest::promise)
        .containsExactlyInAnyOrder(
            "logback PROCESS_CRASH PROCESS_CRASH",
            "log4j2 VOLATILE PROCESS_CRASH",
            "chronicle PROCESS_CRASH PROCESS_CRASH",
            "rocksdb PROCESS_CRASH POWER_LOSS",
            "mvstore VOLATILE POWER_LOSS",
            "lucene VOLATILE POWER_LOSS",
            "sqlite-seed PROCESS_CRASH POWER_LOSS");
  }

  private static String promise(ContenderResult member) {
    return "%s %s %s"
        .formatted(
            member.label(),
            member.capabilities().appendDurability(),
            member.capabilities().syncDurability());
  }
}
