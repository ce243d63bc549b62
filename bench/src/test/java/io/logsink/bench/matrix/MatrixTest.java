package io.logsink.bench.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.bench.Contender;
import io.logsink.bench.database.DatabaseSettings;
import io.logsink.bench.database.RowsBackend;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.StretchLimits;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixTest {
  private static final int ROUNDS = 2;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  @Test
  void everyKindOfCellIsMeasuredInEveryRound() throws Exception {
    List<String> globs =
        List.of(
            "noop-1000",
            "raw-file-1000",
            "wal-normal-1000",
            "wal-normal-1000-*",
            "delete-full-1000-*");
    MatrixResult result = run(Cells.only(Cells.all(), globs));

    assertThat(result.failures()).isEmpty();
    assertThat(result.results())
        .hasSize(17)
        .allSatisfy(member -> {
          assertThat(member.figures()).containsKeys(Measure.RECORDS, Measure.P99, Measure.GC_TIME);
          assertThat(member.figures())
              .allSatisfy(
                  (measure, figure) -> assertThat(figure.rounds()).hasSizeBetween(1, ROUNDS));
          assertThat(member.figure(Measure.RECORDS).orElseThrow().rounds()).hasSize(ROUNDS);
          assertThat(member.figure(Measure.READER_COUNT).isPresent())
              .isEqualTo(member.cell().readers());
          assertThat(member.figure(Measure.JOB_RATE).isPresent())
              .isEqualTo(member.cell().label().contains("shared"));
        });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everyRoundBeginsElsewhere() throws Exception {
    run(Cells.only(Cells.all(), List.of("noop-*")));

    assertThat(said)
        .containsExactly(
            "checking noop-1",
            "checking noop-100",
            "checking noop-1000",
            "checking noop-10000",
            "round 1 of 2: noop-1",
            "round 1 of 2: noop-100",
            "round 1 of 2: noop-1000",
            "round 1 of 2: noop-10000",
            "round 2 of 2: noop-1000",
            "round 2 of 2: noop-10000",
            "round 2 of 2: noop-1",
            "round 2 of 2: noop-100");
  }

  @Test
  void aCellWhoseEngineShowsSomethingElseIsOutAndTheOthersGoOn() throws Exception {
    Cell honest = Setup.CENTRE.cell();
    Contender liar = new Contender("liar", new CarelessBackend(), honest.contender().settings());
    MatrixResult result =
        run(List.of(new Cell("liar", liar, 1_000, false, honest.factors()), honest));

    assertThat(result.failures())
        .containsOnlyKeys("liar")
        .containsEntry("liar", "the live engine shows synchronous=0 where the cell asked for 1");
    assertThat(result.results())
        .extracting(member -> member.cell().label())
        .containsExactly("wal-normal-1000");
  }

  @Test
  void aPlanNeedsRoundsAndCells() {
    StretchLimits limits = new StretchLimits(Duration.ofMillis(20), 1 << 20);

    assertThatThrownBy(() -> new MatrixPlan(folder, Cells.all(), 0, limits))
        .hasMessage("rounds must be 1 or more, not 0");
    assertThatThrownBy(() -> new MatrixPlan(folder, List.of(), 1, limits))
        .hasMessageContaining("a cell at least");
    assertThat(
            new MatrixPlan(folder, Cells.all(), 5, limits.withTime(Duration.ofSeconds(2)))
                .estimate())
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(25));
  }

  private MatrixResult run(List<Cell> cells) throws IOException {
    MatrixPlan plan =
        new MatrixPlan(folder, cells, ROUNDS, new StretchLimits(Duration.ofMillis(20), 1 << 20));
    Workload workload = new Workload("a test", Lines.many(3_000), 0, true);
    return new Matrix(plan, workload, (what, done, left) -> said.add(what)).run();
  }

  /** Does not wait for the disk, whatever it is asked for. */
  private static final class CarelessBackend implements LogSinkBackend {
    @Override
    public String name() {
      return "careless";
    }

    @Override
    public DatabaseSettings defaultSettings() {
      return new RowsBackend().defaultSettings();
    }

    @Override
    public LogSink open(BackendConfig config) throws LogSinkException {
      DatabaseSettings asked = config.settings(DatabaseSettings.class);
      DatabaseSettings taken =
          new DatabaseSettings(asked.directory(), asked.journalMode(), Synchronous.OFF, false, 0);
      return new RowsBackend().open(BackendConfig.owner(taken));
    }
  }
}
