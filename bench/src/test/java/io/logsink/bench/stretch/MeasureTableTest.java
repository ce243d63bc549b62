package io.logsink.bench.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.Figure;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MeasureTableTest {
  private final MeasureTable table =
      new MeasureTable(List.of(Measure.RECORDS, Measure.P99, Measure.REFUSED, Measure.PEAK));

  @Test
  void hasAColumnForWhatSomebodyHas() {
    table.add(
        "one", Map.of(Measure.RECORDS, figure(1_500_000, 900_000), Measure.REFUSED, figure(0, 0)));
    table.add("another", Map.of(Measure.PEAK, figure(52_340_000)));

    assertThat(table.table())
        .isEqualTo(
            new Table(
                List.of("", "records/s", "peak RSS MB"),
                List.of(
                    List.of("one", "1.20M (900k-1.50M)", "-"), List.of("another", "-", "52.3"))));
  }

  @Test
  void hasABarForWhoHasTheFigure() {
    table.add("one", Map.of(Measure.CPU, figure(7, 5, 6)));
    table.add("another", Map.of());

    assertThat(table.bars("title", Measure.CPU, Unit.NANOS, false))
        .isEqualTo(new Bars("title", Unit.NANOS, false, List.of(new Range("one", 6, 5, 7))));
  }

  @Test
  void unitsAreThoseOfTheTitle() {
    assertThat(Measure.P99.text(1_234_567)).isEqualTo("1.23");
    assertThat(Measure.CPU.text(2.5e9)).isEqualTo("2.50");
    assertThat(Measure.RECORDS.text(12_345)).isEqualTo("12.3k");
    assertThat(Measure.REFUSED.text(12_345)).isEqualTo("12,345");
    assertThat(Measure.DISK.text(0.00421)).isEqualTo("0.004");
    assertThat(Measure.DEVICE.text(101.4)).isEqualTo("101");
  }

  @Test
  void theJsonHasNamesWithUnitsAndAllRounds() {
    assertThat(MeasureTable.json(Map.of(Measure.P99, figure(5, 7))).toString())
        .isEqualTo(
            "{\"appendP99Nanos\":{\"median\":6.0,\"min\":5.0,\"max\":7.0,\"rounds\":[5.0,7.0]}}");
  }

  private static Figure figure(double... rounds) {
    return new Figure(Arrays.stream(rounds).boxed().toList());
  }
}
