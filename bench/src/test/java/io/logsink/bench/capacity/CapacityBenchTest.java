package io.logsink.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.Contender;
import io.logsink.bench.ForwardingSink;
import io.logsink.bench.load.ChangedRing;
import io.logsink.bench.report.CapacityReport;
import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.bench.workload.Workloads;
import io.logsink.pipeline.BatchSettings;
import io.logsink.pipeline.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole on the machine's own clock. On a busy machine a store may take less than it could and a
 * generator be late, but a store that is paced never takes more than its pace: that is what is
 * asserted. That the search finds what there is to find is shown on a clock of its own.
 */
final class CapacityBenchTest {
  private static final double PACE = 4_000;

  private static final WorkloadPlan WORKLOAD =
      Workloads.of(
          "short",
          """
          logsink.workload {
            warm-up = 0s
            duration = 300ms
            producers { a { source = a, rate = 100, lines { count = 100 } } }
            readers { follow { every = 50ms } }
          }
          """);

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  @Test
  void aPacedStoreNeverHoldsMoreThanItsPace() throws Exception {
    CapacityResult result =
        run(List.of(false, true), new ChangedRing("paced", Paced::new).contender());
    double queued = 100 / 0.3;

    assertThat(result.failures()).isEmpty();
    assertThat(result.cells()).hasSize(2);
    assertThat(result.cells()).extracting(CapacityCell::withReaders).containsExactly(false, true);
    assertThat(result.cells())
        .allSatisfy(cell -> {
          assertThat(cell.capacity().rate()).isLessThanOrEqualTo(1.05 * (PACE + queued));
          assertThat(cell.capacity().refused()).isPresent();
          assertThat(cell.capacity().trials())
              .filteredOn(Trial::held)
              .allMatch(trial -> trial.droppedCount() == 0);
        });
    assertThat(said.getFirst()).isEqualTo("paced without readers at 500 records/s");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aStoreThatCannotBeOpenedIsAFailureAndTheOthersGoOnIntoTheJson() throws Exception {
    ChangedRing broken =
        new ChangedRing(
            "broken",
            sink -> {
              throw new IllegalStateException("no such luck");
            });
    CapacityResult result =
        run(List.of(false), broken.contender(), new ChangedRing("paced", Paced::new).contender());
    Config json =
        ConfigFactory.parseString(
            new CapacityReport(result, "./logsink x").toString(),
            ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
    Config cell = json.getConfigList("cells").getFirst();

    assertThat(result.failures()).containsExactlyEntriesOf(Map.of("broken", "no such luck"));
    assertThat(result.cells()).extracting(CapacityCell::label).containsExactly("paced");
    assertThat(json.getString("kind")).isEqualTo("capacity");
    assertThat(json.getString("failures.broken")).isEqualTo("no such luck");
    assertThat(cell.getConfigList("trials"))
        .hasSameSizeAs(result.cells().getFirst().capacity().trials());
    assertThat(cell.hasPath("held.ids.holds"))
        .isEqualTo(result.cells().getFirst().held().isPresent());
  }

  private CapacityResult run(List<Boolean> readerModes, Contender... contenders) throws Exception {
    CapacityLimits limits = new CapacityLimits(Duration.ofSeconds(10), 0.5, 500, 64_000, 1, 12);
    PipelineSettings pipeline =
        PipelineSettings.DEFAULT.withBounds(
            1 << 20, 100, new BatchSettings(20, 1 << 16, Duration.ofMillis(5)));
    CapacityPlan plan = new CapacityPlan(WORKLOAD, limits, pipeline, readerModes, folder);
    return new CapacityBench(plan, List.of(contenders), (what, done, left) -> said.add(what)).run();
  }

  /** Takes no more than its pace, and has no credit for time when it had nothing to do. */
  private static final class Paced extends ForwardingSink {
    private long freeNanos = System.nanoTime();

    Paced(LogSink sink) {
      super(sink);
    }

    @Override
    public AppendReceipt append(LogBatch batch) throws LogSinkException {
      long nanos = Math.round(batch.size() * 1e9 / PACE);
      freeNanos = Math.max(freeNanos, System.nanoTime()) + nanos;
      while (System.nanoTime() < freeNanos) {
        LockSupport.parkNanos(freeNanos - System.nanoTime());
      }
      return super.append(batch);
    }
  }
}
