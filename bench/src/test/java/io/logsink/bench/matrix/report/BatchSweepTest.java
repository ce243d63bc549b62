package io.logsink.bench.matrix.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Capabilities;
import io.logsink.bench.Figure;
import io.logsink.bench.document.Lines.Point;
import io.logsink.bench.document.Lines.Series;
import io.logsink.bench.document.Table;
import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Cells;
import io.logsink.bench.stretch.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BatchSweepTest {
  private static CellResult member(String label, double perSecond) {
    return new CellResult(
        Cells.only(Cells.all(), List.of(label)).getFirst(),
        Capabilities.least(),
        Map.of(),
        Map.of(Measure.RECORDS, new Figure(List.of(perSecond))));
  }

  private final BatchSweep sweep =
      new BatchSweep(
          List.of(
              member("noop-1", 9e6),
              member("noop-100", 9e6),
              member("wal-normal-1000", 100_000),
              member("wal-normal-1000-indexes", 50_000),
              member("wal-normal-1", 2_000),
              member("wal-normal-1-readers", 1_000),
              member("delete-full-1", 20),
              member("delete-full-100", 1_500),
              member("delete-off-100", 70_000)));

  @Test
  void aLineGoesThroughTheCellsThatDifferInTheBatchAlone() {
    assertThat(sweep.chart().series())
        .containsExactlyInAnyOrder(
            new Series("wal-normal", List.of(new Point(1, 2_000), new Point(1_000, 100_000))),
            new Series("delete-full", List.of(new Point(1, 20), new Point(100, 1_500))));
  }

  @Test
  void theTableHasAColumnForEachSize() {
    Table table = sweep.table();

    assertThat(table.columns()).containsExactly("records in an append", "1", "100", "1,000");
    assertThat(table.rows())
        .containsExactlyInAnyOrder(
            List.of("wal-normal", "2.00k", "-", "100k"),
            List.of("delete-full", "20.0", "1.50k", "-"));
  }

  @Test
  void oneSizeIsNoSweep() {
    BatchSweep one = new BatchSweep(List.of(member("wal-normal-1", 2_000)));

    assertThat(one.chart().isEmpty()).isTrue();
    assertThat(one.table().isEmpty()).isTrue();
  }
}
