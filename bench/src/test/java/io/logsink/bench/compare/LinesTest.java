package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.bench.workload.Workloads;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LinesTest {
  private static final WorkloadPlan WORKLOAD =
      Workloads.of(
          "w",
          """
          logsink.workload.producers {
            often { source = often, rate = 30, lines { count = 50 } }
            seldom { source = seldom, rate = 0, burst { size = 100, every = 10s }, lines { count = 50 } }
          }
          """);

  @Test
  void takesOfEachProducerAsItsRateSays() throws Exception {
    List<LogRecord> records =
        Lines.of(WORKLOAD, 100).batches(4).stream().flatMap(LinesTest::records).toList();

    Map<String, Long> counts =
        records.stream()
            .collect(
                Collectors.groupingBy(record -> record.source().name(), Collectors.counting()));
    assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.of("often", 300L, "seldom", 100L));
    assertThat(records.subList(0, 4))
        .extracting(record -> record.source().name())
        .containsOnlyOnce("seldom");
    assertThat(records).extracting(LogRecord::timestampNanos).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void givesTheSameEachTime() throws Exception {
    Lines lines = Lines.of(WORKLOAD, 10);
    List<LogBatch> few = List.copyOf(lines.batches(2));

    assertThat(lines.batches(5)).hasSize(5).startsWith(few.getFirst(), few.getLast());
  }

  private static Stream<LogRecord> records(LogBatch batch) {
    return batch.records().stream();
  }
}
