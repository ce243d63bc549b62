package io.logsink.bench.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.query.LogQuery;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.Supply;
import io.logsink.sqlite.SqliteSettings.JournalMode;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowsBackendTest {
  @TempDir private Path folder;

  @Test
  void aPlainStoreIsTheProducts() throws Exception {
    try (LogSink sink = open(JournalMode.WAL, false, 0)) {
      Supply supply = new Supply(Lines.many(300), 300);
      sink.append(supply.next());

      assertThat(LogPager.readAll(sink, LogQuery.oldest(100)))
          .hasSize(300)
          .allSatisfy(
              entry -> assertThat(entry.record()).isEqualTo(supply.at(entry.sequence() - 1)));
      assertThat(sink.stats().engine())
          .containsEntry("journal_mode", "wal")
          .containsEntry("indexes", "")
          .containsEntry("tables", "block,record,source");
    }
  }

  @Test
  void indexesAreMadeInTheLiveDatabaseAndUsed() throws Exception {
    try (LogSink sink = open(JournalMode.DELETE, true, 0)) {
      sink.append(new Supply(Lines.many(300), 300).next());

      assertThat(sink.stats().engine())
          .containsEntry("journal_mode", "delete")
          .containsEntry("indexes", "record_by_source,record_by_time");
      try (Connection connection =
          SideConnection.to(RowsBackend.newestDatabase(folder.resolve("store")))) {
        assertThat(
                SideConnection.column(
                    connection,
                    "SELECT count(*) FROM record INDEXED BY record_by_time WHERE timestamp_nanos >"
                        + " 0"))
            .containsExactly("300");
      }
    }
  }

  @Test
  void theSecondTableIsUpdatedWhileTheLogIsAppendedTo() throws Exception {
    for (JournalMode mode : JournalMode.values()) {
      try (LogSink sink = open(mode, false, 1_000)) {
        Supply supply = new Supply(Lines.many(10), 10);
        do {
          sink.append(supply.next());
        } while (changedCount() < 3);

        Map<Measure, Double> figures = ((RowsSink) sink).endUpdates();
        assertThat(figures).containsKeys(Measure.JOB_P50, Measure.JOB_P99);
        assertThat(figures.get(Measure.JOB_RATE)).isPositive();
        assertThat(sink.stats().engine()).containsEntry("tables", "block,job_state,record,source");
      }
      Folders.delete(folder.resolve("store"));
    }
  }

  private int changedCount() throws Exception {
    try (Connection connection =
        SideConnection.to(RowsBackend.newestDatabase(folder.resolve("store")))) {
      List<String> counts =
          SideConnection.column(
              connection, "SELECT count(*) FROM job_state WHERE changed_nanos <> 0");
      return Integer.parseInt(counts.getFirst());
    }
  }

  @Test
  void theNewestWindowIsTheLastFolder() throws Exception {
    Files.createDirectory(folder.resolve("w-00000009"));
    Files.createDirectory(folder.resolve("w-00000010"));
    Files.createFile(folder.resolve("manifest"));

    assertThat(RowsBackend.newestDatabase(folder))
        .isEqualTo(folder.resolve("w-00000010").resolve("log.db"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> RowsBackend.newestDatabase(empty))
        .isInstanceOf(IOException.class)
        .hasMessage("no window in " + empty);
  }

  @Test
  void aRateBelowZeroIsRefused() {
    assertThatThrownBy(
            () -> new DatabaseSettings(folder, JournalMode.WAL, Synchronous.FULL, false, -1))
        .hasMessageContaining("not -1");
  }

  private LogSink open(JournalMode mode, boolean indexed, int jobUpdates) throws Exception {
    DatabaseSettings settings =
        new DatabaseSettings(
            folder.resolve("store"), mode, Synchronous.NORMAL, indexed, jobUpdates);
    return new RowsBackend().open(BackendConfig.owner(settings));
  }
}
