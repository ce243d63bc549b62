package io.logsink.bench.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Supply;
import io.logsink.sqlite.SqliteSettings.JournalMode;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import io.logsink.storage.Folders;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlocksBackendTest {
  private static final int COUNT = 2_500;

  private final Supply supply = new Supply(Lines.many(COUNT), COUNT);

  @TempDir private Path folder;

  @Test
  void whatWentInComesOutInBothDirections() throws Exception {
    for (JournalMode mode : JournalMode.values()) {
      try (LogSink sink = open(new BlocksBackend(), mode, Synchronous.FULL)) {
        sink.append(supply.next());
        sink.sync();
        List<LogEntry> oldest = LogPager.readAll(sink, LogQuery.oldest(300));
        List<LogEntry> newest = LogPager.readAll(sink, LogQuery.newest(300));

        assertThat(oldest).hasSize(COUNT);
        assertThat(newest).isEqualTo(oldest.reversed());
        assertThat(oldest)
            .allSatisfy(entry ->
                assertThat(entry.record().body())
                    .isEqualTo(supply.at(entry.sequence() - 1).body()));
        assertThat(sink.stats().recordCount()).isEqualTo(COUNT);
      }
    }
  }

  @Test
  void answersAreThoseOfTheProduct() throws Exception {
    try (LogSink blocks = open(new BlocksBackend(), JournalMode.WAL, Synchronous.OFF);
        LogSink rows = open(new RowsBackend(), JournalMode.WAL, Synchronous.OFF)) {
      var batch = supply.next();
      blocks.append(batch);
      rows.append(batch);

      for (LogFilter filter :
          List.of(LogFilter.words("seldom"), LogFilter.sources("rpc"), LogFilter.words("none"))) {
        LogQuery query = LogQuery.newest(10).where(filter);
        assertThat(blocks.read(query).entries()).isEqualTo(rows.read(query).entries());
      }
    }
  }

  @Test
  void aRowIsABlock() throws Exception {
    try (LogSink sink = open(new BlocksBackend(), JournalMode.WAL, Synchronous.NORMAL)) {
      sink.append(supply.next());
      sink.append(new Supply(Lines.many(10), 10).next());
      assertThat(sink.stats().engine())
          .containsEntry("journal_mode", "wal")
          .containsEntry("synchronous", "1")
          .containsEntry("page_size", "8192");
    }
    try (Connection connection =
        SideConnection.to(folder.resolve("sqlite-blocks-WAL").resolve("blocks.db"))) {
      assertThat(SideConnection.column(connection, "SELECT first_sequence FROM block"))
          .containsExactly("1", "1001", "2001", "2501");
    }
  }

  @Test
  void promisesWhatTheProductPromisesWithTheSameSettings() throws Exception {
    for (JournalMode mode : JournalMode.values()) {
      for (Synchronous synchronous : Synchronous.values()) {
        try (LogSink blocks = open(new BlocksBackend(), mode, synchronous);
            LogSink rows = open(new RowsBackend(), mode, synchronous)) {
          assertThat(blocks.capabilities().appendDurability())
              .as("%s %s", mode, synchronous)
              .isEqualTo(rows.capabilities().appendDurability());
          assertThat(blocks.capabilities().syncDurability())
              .as("%s %s", mode, synchronous)
              .isEqualTo(rows.capabilities().syncDurability());
        }
        Folders.delete(folder.resolve("sqlite-blocks-" + mode));
        Folders.delete(folder.resolve("sqlite-rows-" + mode));
      }
    }
  }

  @Test
  void hasNoIndexesToAskFor() {
    DatabaseSettings indexed =
        new DatabaseSettings(folder, JournalMode.WAL, Synchronous.FULL, true, 0);

    assertThatThrownBy(() -> new BlocksBackend().open(BackendConfig.owner(indexed)))
        .hasMessage("blocks have no indexes and no second table");
  }

  private LogSink open(LogSinkBackend backend, JournalMode mode, Synchronous synchronous)
      throws Exception {
    Path directory = folder.resolve(backend.name() + "-" + mode);
    return backend.open(
        BackendConfig.owner(new DatabaseSettings(directory, mode, synchronous, false, 0)));
  }
}
