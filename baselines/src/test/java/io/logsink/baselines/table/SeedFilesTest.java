package io.logsink.baselines.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.HardRecords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeedFilesTest {
  private static final List<LogRecord> RECORDS = HardRecords.of(100);

  @TempDir private Path folder;

  private LogSink open() throws Exception {
    return new SeedBackend().open(BackendConfig.owner(new SeedSettings(folder, 0)));
  }

  private void run(String sql) throws Exception {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("logs.db"));
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> ask(String sql) throws Exception {
    List<String> answers = new ArrayList<>();
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("logs.db"));
        Statement statement = other.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  @Test
  void aRowHasARecordInColumns() throws Exception {
    try (LogSink sink = open()) {
      sink.append(LogBatch.of(RECORDS));
      assertThat(sink.stats().engine())
          .containsEntry("journal_mode", "delete")
          .containsEntry("synchronous", "2");
    }

    assertThat(ask("SELECT hex(body) FROM logs ORDER BY id"))
        .isEqualTo(RECORDS.stream().map(SeedFilesTest::hex).toList());
    assertThat(ask("SELECT source || ' ' || severity || ' ' || time FROM logs WHERE id = 8"))
        .containsExactly("pty:web1 8 " + RECORDS.get(7).timestampNanos());
    assertThat(ask("SELECT name FROM sqlite_master WHERE type = 'index'"))
        .containsExactlyInAnyOrder("logs_time", "logs_source");
  }

  private static String hex(LogRecord entry) {
    return HexFormat.of().withUpperCase().formatHex(entry.body().unsafeArray());
  }

  /** Five rows of the batch are committed when the sixth is refused. */
  @Test
  void whatIsStoredOfABatchThatFailsIsTakenBack() throws Exception {
    try (LogSink sink = open()) {
      sink.append(LogBatch.of(RECORDS.subList(0, 10)));
      run(
          "CREATE TRIGGER full BEFORE INSERT ON logs WHEN NEW.id > 15"
              + " BEGIN SELECT raise(ABORT, 'no'); END");

      assertThatExceptionOfType(SinkUnavailableException.class)
          .isThrownBy(() -> sink.append(LogBatch.of(RECORDS)));
    }

    assertThat(ask("SELECT count(*) FROM logs")).containsExactly("10");
  }
}
