package io.logsink.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.logsink.api.AppendReceipt;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.Source;
import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.bench.ForwardingSink;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.report.LoadReport;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.bench.workload.Workloads;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import io.logsink.pipeline.BatchSettings;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.RetrySettings;
import io.logsink.pipeline.TimerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LoadRunTest {
  /** 0.5 s of 2,000 records/s, steady ones of one source and bursts of two. */
  private static final WorkloadPlan WORKLOAD =
      Workloads.of(
          "short",
          """
          logsink.workload {
            warm-up = 200ms
            duration = 300ms
            producers {
              web { source = "pty:web", rate = 1000, burst { size = 50, every = 100ms }, lines { kind = access, count = 100 } }
              mon { source = sysmon, rate = 0, burst { size = 25, every = 50ms }, lines { kind = sysmon, count = 100 } }
            }
            readers {
              follow { sources = "pty:web", every = 20ms }
              back { kind = page-back, every = 20ms, limit = 20, page-count = 3 }
              find { kind = words, words = "GET", every = 50ms }
              chart { kind = histogram, every = 50ms }
            }
          }
          """);

  private static final int COUNT = 1_000;
  private static final int MEASURED = 600;

  @TempDir private Path folder;

  static List<Contender> backends() {
    return Contenders.of(
        LogSinkConfig.load(
            ConfigSources.none().withDefaultBackend("sqlite"), BackendCatalogue.find()));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void everyRecordIsStoredOnceAndReadersAreAnswered(Contender contender) throws Exception {
    LoadResult result = run(contender, LoadPlan.of(WORKLOAD));

    assertThat(result.ids()).isEqualTo(new IdCheck(COUNT, COUNT, 0, true, COUNT, 0, List.of()));
    assertThat(result.visible().count()).isEqualTo(MEASURED);
    assertThat(result.sent().accepted().count()).isEqualTo(MEASURED);
    assertThat(result.sent().dueRate()).isEqualTo(2_000);
    assertThat(sentCount(result, "sysmon")).isEqualTo(250);
    assertThat(result.stats().total().balances()).isTrue();
    assertThat(result.durable().isPresent())
        .isEqualTo(result.promise().onSync() == Durability.POWER_LOSS);
    result.durable().ifPresent(durable -> assertThat(durable.count()).isEqualTo(MEASURED));
    assertThat(result.readers())
        .containsOnlyKeys("follow", "back", "find", "chart")
        .allSatisfy((name, reader) -> {
          assertThat(reader.able()).isTrue();
          assertThat(reader.lastFailure()).isNull();
          assertThat(reader.failed().count()).isZero();
          assertThat(reader.askedCount() + reader.missedCount())
              .isEqualTo(500 / reader.plan().every().toMillis());
        });
    assertThat(result.timeline().getLast().emittedCount()).isEqualTo(COUNT);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFloorTakesItAllAndCannotBeRead() throws Exception {
    LoadResult result = run(Contenders.floors().getFirst(), LoadPlan.of(WORKLOAD));

    assertThat(result.ids()).isEqualTo(new IdCheck(COUNT, COUNT, 0, false, 0, 0, List.of()));
    assertThat(result.visible().count()).isEqualTo(MEASURED);
    assertThat(result.durable()).isEmpty();
    assertThat(result.readers()).allSatisfy((name, reader) -> assertThat(reader.able()).isFalse());
  }

  @Test
  void theResultIsJson() throws Exception {
    LoadResult result = run(ring(sink -> sink), LoadPlan.of(WORKLOAD));
    Config json =
        ConfigFactory.parseString(
            new LoadReport(result, MachineProfile.of(folder), "./logsink x").toString(),
            ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));

    assertThat(json.getString("kind")).isEqualTo("load");
    assertThat(json.getLong("load.visible.count")).isEqualTo(MEASURED);
    assertThat(json.getLong("load.sources.\"pty:web\".stored.recordCount")).isEqualTo(750);
    assertThat(json.getBoolean("load.readers.chart.able")).isTrue();
    assertThat(json.getBoolean("load.ids.holds")).isTrue();
    assertThat(json.getConfigList("load.timeline")).isNotEmpty();
  }

  @Test
  void anotherRateIsMoreOfTheSame() throws Exception {
    LoadResult result = run(ring(sink -> sink), LoadPlan.of(WORKLOAD).atRate(6_000));

    assertThat(sentCount(result, "sysmon")).isEqualTo(750);
    assertThat(result.ids().sentCount()).isEqualTo(3 * COUNT);
    assertThat(result.ids().holds()).isTrue();
  }

  @Test
  void whatASinkNeverTakesIsAccountedForAsLost() throws Exception {
    LoadResult result = run(ring(Unavailable::new), LoadPlan.of(WORKLOAD).through(small()));

    assertThat(result.ids().problems()).isEmpty();
    assertThat(result.ids().storedCount()).isZero();
    assertThat(result.ids().lostCount()).isEqualTo(COUNT);
    assertThat(result.droppedCount()).isEqualTo(COUNT);
    assertThat(result.stats().total().with(Fate.OVERFLOWED).recordCount()).isPositive();
    assertThat(result.calls().failedAppends().count()).isPositive();
    assertThat(result.calls().appends().count()).isZero();
    assertThat(result.visible().count()).isZero();
  }

  @Test
  void retentionIsNoLossAndIsCounted() throws Exception {
    WorkloadPlan kept =
        Workloads.of(
            "kept",
            """
            logsink.workload {
              warm-up = 0s, duration = 500ms
              store { retention { max-bytes = 2MiB } }
              producers { a { source = a, rate = 20000, lines { length { mean-bytes = 400, spread = 0 } } } }
            }
            """);
    LoadResult result = run(ring(sink -> sink), LoadPlan.of(kept));

    assertThat(result.ids().problems()).isEmpty();
    assertThat(result.ids().goneCount()).isPositive();
    assertThat(result.ids().readCount())
        .isEqualTo(result.ids().storedCount() - result.ids().goneCount());
    assertThat(result.settings()).containsEntry("retention.maxBytes", "2097152");
  }

  @Test
  void aRecordThatASinkForgetsIsMissed() throws Exception {
    LoadResult result =
        run(
            ring(sink -> new Misread(sink, all -> all.subList(0, all.size() - 1))),
            LoadPlan.of(WORKLOAD.withoutReaders()));

    assertThat(result.ids().problems()).anyMatch(line -> line.contains("did not come back"));
  }

  @Test
  void aRecordThatComesBackTwiceIsSeen() throws Exception {
    LoadResult result =
        run(ring(sink -> new Misread(sink, LoadRunTest::doubled)), LoadPlan.of(WORKLOAD));

    assertThat(result.ids().problems()).anyMatch(line -> line.contains("came back twice"));
  }

  @Test
  void aRecordThatIsStoredTwiceIsSeen() throws Exception {
    LoadResult result = run(ring(Stuttering::new), LoadPlan.of(WORKLOAD));

    assertThat(result.ids().holds()).isFalse();
  }

  private static long sentCount(LoadResult result, String source) {
    return Objects.requireNonNull(result.sources().get(Source.of(source))).sentCount();
  }

  private LoadResult run(Contender contender, LoadPlan plan) throws Exception {
    try (StoreFolders folders = new StoreFolders(folder)) {
      return new LoadRun(plan, contender, LineStock.of(plan.workload())).in(folders);
    }
  }

  private static Contender ring(UnaryOperator<LogSink> change) {
    return new ChangedRing("changed", change).contender();
  }

  /** A pipeline that is full soon and gives up soon. */
  private static PipelineSettings small() {
    return PipelineSettings.DEFAULT
        .withBounds(1 << 20, 100, new BatchSettings(20, 1 << 16, Duration.ofMillis(5)))
        .withTimes(RetrySettings.DEFAULT, TimerSettings.DEFAULT, Duration.ofMillis(200));
  }

  private static List<LogEntry> doubled(List<LogEntry> entries) {
    List<LogEntry> doubled = new ArrayList<>(entries);
    doubled.addAll(entries);
    return doubled;
  }

  /** Never stores anything. */
  private static final class Unavailable extends ForwardingSink {
    Unavailable(LogSink sink) {
      super(sink);
    }

    @Override
    public AppendReceipt append(LogBatch batch) throws LogSinkException {
      throw new SinkUnavailableException(
          new Fault("changed", "nowhere", "append", "away", "-"), null);
    }
  }

  /** Stores every batch twice and shows one receipt. */
  private static final class Stuttering extends ForwardingSink {
    Stuttering(LogSink sink) {
      super(sink);
    }

    @Override
    public AppendReceipt append(LogBatch batch) throws LogSinkException {
      super.append(batch);
      return super.append(batch);
    }
  }

  /** Gives back something else than it has. */
  private static final class Misread extends ForwardingSink {
    private final UnaryOperator<List<LogEntry>> fault;

    Misread(LogSink sink, UnaryOperator<List<LogEntry>> fault) {
      super(sink);
      this.fault = fault;
    }

    @Override
    public LogPage read(LogQuery query) throws LogSinkException {
      LogPage page = super.read(query);
      List<LogEntry> entries = page.entries().isEmpty() ? List.of() : fault.apply(page.entries());
      return new LogPage(entries, page.cursor(), page.more(), page.gaps());
    }
  }
}
