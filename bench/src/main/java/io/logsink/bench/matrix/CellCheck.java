package io.logsink.bench.matrix;

import io.logsink.bench.database.DatabaseSettings;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import java.util.Locale;
import java.util.Map;

/**
 * Compares what the live engine says with what a cell asked for.
 *
 * @param cell the cell
 * @param engine what the engine said at the end of its stretch
 */
record CellCheck(Cell cell, Map<String, String> engine) {
  private static final String INDEXES = "record_by_source,record_by_time";
  private static final String SECOND_TABLE = "job_state";

  /** Fails when the two differ; a floor has no engine. */
  void require() throws UnfitCellException {
    if (cell.contender().settings() instanceof DatabaseSettings settings) {
      require("journal_mode", settings.journalMode().name().toLowerCase(Locale.ROOT));
      require("synchronous", number(settings.synchronous()));
      require("indexes", settings.indexed() ? INDEXES : "");
      requireSecondTable(settings.jobUpdatesPerSecond() > 0);
    }
  }

  /** As the pragma gives it back. */
  private static String number(Synchronous synchronous) {
    return switch (synchronous) {
      case OFF -> "0";
      case NORMAL -> "1";
      case FULL -> "2";
      case EXTRA -> "3";
    };
  }

  private void require(String name, String wanted) throws UnfitCellException {
    String shown = engine.getOrDefault(name, "nothing");
    if (!shown.equals(wanted)) {
      throw new UnfitCellException(
          "the live engine shows %s=%s where the cell asked for %s%s"
              .formatted(name, shown, wanted, error()));
    }
  }

  private void requireSecondTable(boolean wanted) throws UnfitCellException {
    boolean there = engine.getOrDefault("tables", "").contains(SECOND_TABLE);
    if (there != wanted) {
      throw new UnfitCellException(
          "the live database has %s table %s where the cell asked for %s%s"
              .formatted(there ? "a" : "no", SECOND_TABLE, wanted ? "one" : "none", error()));
    }
  }

  private String error() {
    return engine.containsKey("error") ? "; it says: " + engine.get("error") : "";
  }
}
