package io.logsink.bench.matrix;

import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import io.logsink.bench.floor.FloorBackend;
import io.logsink.bench.matrix.Setup.Variant;
import io.logsink.sqlite.SqliteSettings.JournalMode;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which cells there are. Journal mode, synchronous, batch and readers are crossed in full. Indexes
 * and the shared file come with each batch size in the two settings that people have, WAL with
 * NORMAL and DELETE with FULL, and with readers at 1,000 records; blocks likewise from 1,000
 * records on, which fill one. With WAL, EXTRA is FULL, so it is left out.
 */
public final class Cells {
  private static final List<Integer> BATCHES = List.of(1, 100, 1_000, 10_000);
  private static final int BLOCK_BATCH = 1_000;
  private static final List<Setup> USUAL =
      List.of(Setup.CENTRE, Setup.CENTRE.with(JournalMode.DELETE, Synchronous.FULL));

  private Cells() {}

  /** All of them, the floors first. */
  public static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (int batch : BATCHES) {
      cells.add(Cell.floor(FloorBackend.noop(), batch));
      cells.add(Cell.floor(FloorBackend.rawFile(), batch));
    }
    Stream.of(crossed(), variants()).flatMap(List::stream).map(Setup::cell).forEach(cells::add);
    return cells;
  }

  private static List<Setup> crossed() {
    List<Setup> setups = new ArrayList<>();
    for (JournalMode journal : JournalMode.values()) {
      for (Synchronous synchronous : Synchronous.values()) {
        for (int batch : BATCHES) {
          if (journal != JournalMode.WAL || synchronous != Synchronous.EXTRA) {
            Setup setup = Setup.CENTRE.with(journal, synchronous).with(batch);
            setups.add(setup);
            setups.add(setup.with(true));
          }
        }
      }
    }
    return setups;
  }

  private static List<Setup> variants() {
    List<Setup> setups = new ArrayList<>();
    for (Setup usual : USUAL) {
      for (Variant variant : List.of(Variant.INDEXES, Variant.BLOCKS, Variant.SHARED)) {
        BATCHES.stream()
            .filter(batch -> variant != Variant.BLOCKS || batch >= BLOCK_BATCH)
            .map(batch -> usual.with(batch).with(variant))
            .forEach(setups::add);
        setups.add(usual.with(variant).with(true));
      }
    }
    return setups;
  }

  /**
   * Those of {@code all} whose label one of the globs matches; all when there is no glob.
   *
   * @throws IllegalArgumentException when a glob matches none
   */
  public static List<Cell> only(List<Cell> all, List<String> globs) {
    globs.forEach(glob -> requireOne(all, glob));
    return all.stream()
        .filter(cell -> globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, cell)))
        .toList();
  }

  private static void requireOne(List<Cell> all, String glob) {
    if (all.stream().noneMatch(cell -> matches(glob, cell))) {
      throw new IllegalArgumentException(
          "no cell \"%s\"; there are %s"
              .formatted(glob, String.join(", ", all.stream().map(Cell::label).toList())));
    }
  }

  private static boolean matches(String glob, Cell cell) {
    return SourceGlob.of(glob).matches(Source.of(cell.label()));
  }
}
