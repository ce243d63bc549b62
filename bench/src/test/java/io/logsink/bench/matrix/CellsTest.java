package io.logsink.bench.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.bench.matrix.Setup.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CellsTest {
  private final List<Cell> all = Cells.all();

  @Test
  void everyCellHasANameOfItsOwn() {
    assertThat(all).extracting(Cell::label).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(Cell::label)
        .contains(
            "noop-1000",
            "raw-file-1",
            "wal-normal-1000",
            "delete-extra-10000-readers",
            "wal-normal-1-indexes",
            "delete-full-1000-blocks-readers",
            "wal-normal-1000-shared")
        .doesNotContain("wal-extra-1000", "wal-normal-100-blocks");
  }

  @Test
  void journalSynchronousBatchAndReadersAreCrossedInFull() {
    long plain =
        all.stream()
            .filter(cell -> !cell.factors().isEmpty())
            .filter(cell ->
                List.of(Factor.INDEXES, Factor.FORM, Factor.FILE).stream()
                    .allMatch(factor -> factor.reference().equals(cell.factors().get(factor))))
            .count();

    assertThat(plain).isEqualTo((3 + 4) * 4 * 2);
  }

  @Test
  void everyCellButTheCentreDiffersFromAnotherInOneFactorAlone() {
    assertThat(all)
        .filteredOn(cell -> !cell.contender().isFloor())
        .allSatisfy(cell ->
            assertThat(all)
                .anyMatch(other ->
                    List.of(Factor.values()).stream()
                        .anyMatch(factor -> cell.differsOnlyIn(factor, other))));
    Cell centre = Setup.CENTRE.cell();
    assertThat(centre.differsOnlyIn(Factor.BATCH, Setup.CENTRE.with(1).cell())).isTrue();
    assertThat(centre.differsOnlyIn(Factor.BATCH, Setup.CENTRE.with(1).with(true).cell()))
        .isFalse();
    assertThat(centre.differsOnlyIn(Factor.BATCH, centre)).isFalse();
    assertThat(all.getFirst().differsOnlyIn(Factor.BATCH, all.getFirst())).isFalse();
  }

  @Test
  void globsChooseAndOneThatChoosesNothingIsRefused() {
    assertThat(Cells.only(all, List.of("wal-*-1000", "noop-1")))
        .extracting(Cell::label)
        .containsExactly("noop-1", "wal-off-1000", "wal-normal-1000", "wal-full-1000");
    assertThat(Cells.only(all, List.of())).isEqualTo(all);
    assertThatThrownBy(() -> Cells.only(all, List.of("noop-1", "wall-*")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no cell \"wall-*\"; there are noop-1, ");
  }

  @Test
  void aBlockThatABatchCannotFillIsRefused() {
    assertThatThrownBy(() -> Setup.CENTRE.with(100).with(Variant.BLOCKS))
        .hasMessageContaining("a batch of 100 cannot fill one");
  }
}
