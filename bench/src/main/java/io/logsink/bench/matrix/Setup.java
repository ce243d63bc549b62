package io.logsink.bench.matrix;

import io.logsink.bench.Contender;
import io.logsink.bench.database.BlocksBackend;
import io.logsink.bench.database.DatabaseSettings;
import io.logsink.bench.database.RowsBackend;
import io.logsink.sqlite.SqliteSettings.JournalMode;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a cell of SQLite is set up.
 *
 * @param journal how SQLite makes a commit atomic
 * @param synchronous when it waits for the disk
 * @param batchCount records of an append
 * @param variant what else is different from the centre, if anything
 * @param readers whether somebody reads meanwhile
 */
record Setup(
    JournalMode journal,
    Synchronous synchronous,
    int batchCount,
    Variant variant,
    boolean readers) {
  /** Of these a cell has one at most. */
  enum Variant {
    /** Rows, no index, a file of its own. */
    PLAIN,
    /** With indexes by time and by source. */
    INDEXES,
    /** A block of records in a row. */
    BLOCKS,
    /** A file that has a second, busy table. */
    SHARED
  }

  private static final Path ANYWHERE = Path.of("matrix");

  /** WAL, NORMAL, 1,000 records an append, and nothing else. */
  static final Setup CENTRE =
      new Setup(JournalMode.WAL, Synchronous.NORMAL, 1_000, Variant.PLAIN, false);

  Setup {
    if (variant == Variant.BLOCKS && batchCount < BlocksBackend.BLOCK_COUNT) {
      throw new IllegalArgumentException(
          "a block has %d records, so a batch of %d cannot fill one"
              .formatted(BlocksBackend.BLOCK_COUNT, batchCount));
    }
  }

  Setup with(JournalMode mode, Synchronous sync) {
    return new Setup(mode, sync, batchCount, variant, readers);
  }

  Setup with(int batch) {
    return new Setup(journal, synchronous, batch, variant, readers);
  }

  Setup with(Variant other) {
    return new Setup(journal, synchronous, batchCount, other, readers);
  }

  Setup with(boolean competing) {
    return new Setup(journal, synchronous, batchCount, variant, competing);
  }

  Cell cell() {
    return new Cell(label(), contender(), batchCount, readers, factors());
  }

  private String label() {
    return "%s-%s-%d%s%s"
        .formatted(
            lower(journal),
            lower(synchronous),
            batchCount,
            variant == Variant.PLAIN ? "" : "-" + lower(variant),
            readers ? "-readers" : "");
  }

  private Contender contender() {
    DatabaseSettings settings =
        new DatabaseSettings(
            ANYWHERE,
            journal,
            synchronous,
            variant == Variant.INDEXES,
            variant == Variant.SHARED ? MatrixPlan.JOB_UPDATES_PER_SECOND : 0);
    return new Contender(
        label(), variant == Variant.BLOCKS ? new BlocksBackend() : new RowsBackend(), settings);
  }

  private Map<Factor, String> factors() {
    Map<Factor, String> factors = new EnumMap<>(Factor.class);
    factors.put(Factor.JOURNAL, lower(journal));
    factors.put(Factor.SYNCHRONOUS, lower(synchronous));
    factors.put(Factor.BATCH, Integer.toString(batchCount));
    factors.put(
        Factor.INDEXES,
        variant == Variant.INDEXES ? "time and source" : Factor.INDEXES.reference());
    factors.put(Factor.READERS, readers ? "one" : Factor.READERS.reference());
    factors.put(Factor.FORM, variant == Variant.BLOCKS ? "a block" : Factor.FORM.reference());
    factors.put(
        Factor.FILE,
        variant == Variant.SHARED ? "shared with a busy table" : Factor.FILE.reference());
    return factors;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
