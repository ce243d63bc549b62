package io.logsink.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.storage.Window;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SqliteWindowTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path temporary;
  private Path folder;
  private final SqliteFormat format = new SqliteFormat(SqliteSettings.DEFAULT);

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("window"));
  }

  private static LogRecord record(int i) {
    return LogRecord.of(
        START.plusSeconds(i), Source.of(i % 10 == 0 ? "rare" : "often"), LogBody.of("line " + i));
  }

  private static LogBatch batch(int from, int count) {
    return LogBatch.of(
        IntStream.range(from, from + count).mapToObj(SqliteWindowTest::record).toList());
  }

  /** Takes everything, and remembers what was damaged. */
  private static final class Found implements Window.Visitor {
    final List<LogEntry> entries = new ArrayList<>();
    final List<Long> damaged = new ArrayList<>();

    @Override
    public boolean visit(LogEntry entry) {
      entries.add(entry);
      return true;
    }

    @Override
    public void damaged(long firstSequence, long lastSequence, String detail) {
      LongStream.rangeClosed(firstSequence, lastSequence).forEach(damaged::add);
    }

    List<Long> sequences() {
      return entries.stream().map(LogEntry::sequence).toList();
    }
  }

  private static Found scan(
      Window window, long first, long last, Direction direction, LogFilter filter)
      throws LogSinkException {
    Found found = new Found();
    window.scan(new Window.Scan(first, last, direction, filter.bounds()), found);
    return found;
  }

  private static Found all(Window window) throws LogSinkException {
    return scan(window, 1, Long.MAX_VALUE, Direction.FORWARD, LogFilter.all());
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void scansInBothDirectionsBetweenTwoSequences() throws Exception {
    try (Window window = format.create(folder)) {
      window.append(1, batch(0, 3_000));
      window.append(3_001, batch(3_000, 1));

      assertThat(scan(window, 1_000, 3_001, Direction.FORWARD, LogFilter.all()).sequences())
          .isEqualTo(range(1_000, 3_001));
      assertThat(scan(window, 5, 2_000, Direction.BACKWARD, LogFilter.all()).sequences())
          .isEqualTo(range(5, 2_000).reversed());
    }
  }

  @Test
  void skipsBlocksThatCannotMatch() throws Exception {
    try (Window window = format.create(folder)) {
      window.append(1, batch(1, 9));
      window.append(10, batch(0, 2_000));
      LogFilter late = LogFilter.since(START.plusSeconds(1_990));
      assertThat(scan(window, 1, 9_999, Direction.FORWARD, late).sequences())
          .isEqualTo(range(1_025, 2_009));
      LogFilter nobody = LogFilter.sources("nobody");
      assertThat(scan(window, 1, 9_999, Direction.FORWARD, nobody).sequences()).isEmpty();
      LogFilter severe = LogFilter.minSeverity(Severity.WARN);
      assertThat(scan(window, 1, 9_999, Direction.FORWARD, severe).sequences()).isEmpty();
    }
  }

  @Test
  void stopsWhenTheVisitorHasEnough() throws Exception {
    try (Window window = format.create(folder)) {
      window.append(1, batch(0, 3_000));
      List<Long> seen = new ArrayList<>();
      window.scan(
          new Window.Scan(1, 3_000, Direction.BACKWARD, LogFilter.all().bounds()),
          new Window.Visitor() {
            @Override
            public boolean visit(LogEntry entry) {
              seen.add(entry.sequence());
              return seen.size() < 2;
            }

            @Override
            public void damaged(long first, long last, String detail) {
              throw new AssertionError(detail);
            }
          });
      assertThat(seen).containsExactly(3_000L, 2_999L);
    }
  }

  @Test
  void givesBackWhatItGot() throws Exception {
    byte[] large = new byte[LogBody.MAX_BYTES];
    large[77] = -1;
    LogRecord odd =
        new LogRecord(
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Severity.FATAL4,
            Source.of("pty:é"),
            LogBody.of(new byte[] {0, '\r', '\n', (byte) 0xff}),
            Attributes.of("n", AttributeValue.of(Double.NaN)));
    LogBatch batch =
        LogBatch.of(
            odd,
            record(1).withSeverity(Severity.TRACE),
            LogRecord.of(START, Source.of("x"), LogBody.EMPTY),
            LogRecord.of(START, Source.of("y"), LogBody.unsafeWrap(large)));
    try (Window window = format.create(folder)) {
      window.append(5, batch);
    }
    try (Window window = format.openForRead(folder)) {
      assertThat(all(window).entries.stream().map(LogEntry::record)).isEqualTo(batch.records());
    }
  }

  @Test
  void isOneFileOnceClosed() throws Exception {
    try (Window window = format.create(folder)) {
      window.append(1, batch(0, 100));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("log.db");
    }
  }

  @ParameterizedTest
  @EnumSource(SqliteSettings.JournalMode.class)
  void anAppendThatFindsNoRoomLeavesNothing(SqliteSettings.JournalMode mode) throws Exception {
    SqliteSettings settings =
        SqliteSettings.DEFAULT.withJournal(mode, SqliteSettings.Synchronous.NORMAL);
    Database database =
        new Database(
            folder.resolve("log.db"),
            settings,
            new SqliteFaults(new io.logsink.storage.Faults("sqlite", folder)));
    Connection connection = database.create();
    try (Window window = new SqliteWindow(database, connection)) {
      window.append(1, batch(0, 100));
      limitPages(connection, 20);
      LogRecord fresh =
          LogRecord.of(START, Source.of("fresh"), LogBody.unsafeWrap(new byte[1 << 20]));

      assertThatThrownBy(() -> window.append(101, LogBatch.of(record(1), fresh)))
          .isInstanceOf(SinkFullException.class)
          .hasMessageContaining("SQLITE_FULL");

      assertThat(all(window).sequences()).isEqualTo(range(1, 100));
      limitPages(connection, 1_000_000);
      window.append(101, LogBatch.of(fresh, record(1)));
      assertThat(all(window).entries.getLast().record()).isEqualTo(record(1));
      assertThat(all(window).entries.get(100).record().source()).isEqualTo(Source.of("fresh"));
    }
  }

  private static void limitPages(Connection connection, int count) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = " + count);
    }
  }

  @Test
  void recoversFromTheLogThatACrashLeft() throws Exception {
    Path crashed = Files.createDirectory(temporary.resolve("crashed"));
    try (Window window = format.create(folder)) {
      window.append(1, batch(0, 5_000));
      for (String file : List.of("log.db", "log.db-wal")) {
        Files.copy(folder.resolve(file), crashed.resolve(file));
      }
    }
    assertThat(crashed.resolve("log.db-wal")).isNotEmptyFile();
    try (Window window = format.openForAppend(crashed)) {
      assertThat(window.summary().recordCount()).isEqualTo(5_000);
      window.append(1_000_001, batch(0, 1));
      assertThat(all(window).sequences()).hasSize(5_001).endsWith(5_000L, 1_000_001L);
    }
  }

  @Test
  void aReaderBesideTheOwnerSeesWhatWasCommitted() throws Exception {
    try (Window owner = format.create(folder)) {
      owner.append(1, batch(0, 10));
      try (Window reader = format.openForRead(folder)) {
        owner.append(11, batch(10, 10));
        assertThat(all(reader).sequences()).isEqualTo(range(1, 10));
      }
      owner.append(21, batch(20, 10));
      assertThat(all(owner).sequences()).isEqualTo(range(1, 30));
    }
  }

  @Test
  void tellsDamagedRowsAndReadsTheOthers() throws Exception {
    try (Window window = format.create(folder)) {
      window.append(1, batch(0, 5_000));
    }
    flip("line 2345");
    try (Window window = format.openForRead(folder)) {
      Found found = all(window);
      assertThat(found.damaged).containsExactly(2_346L);
      assertThat(found.sequences()).hasSize(4_999).doesNotContain(2_346L);
    }
  }

  private void flip(String text) throws IOException {
    Path file = folder.resolve("log.db");
    String content = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(content.indexOf(text));
      raw.write('L');
    }
  }

  @Test
  void tellsWhatStoodOnADamagedPage() throws Exception {
    try (Window window = format.create(folder)) {
      window.append(1, batch(0, 50_000));
    }
    try (RandomAccessFile raw = new RandomAccessFile(folder.resolve("log.db").toFile(), "rw")) {
      raw.seek(raw.length() / 2 / 8_192 * 8_192);
      raw.write(new byte[8_192]);
    }
    try (Window window = format.openForRead(folder)) {
      Found found = all(window);
      assertThat(found.damaged).isNotEmpty().hasSizeLessThan(5_000);
      List<Long> both = new ArrayList<>(found.sequences());
      both.addAll(found.damaged);
      assertThat(both).containsExactlyInAnyOrderElementsOf(range(1, 50_000));
    }
  }

  @Test
  void refusesWhatIsNoDatabase() throws IOException {
    Files.writeString(
        folder.resolve("log.db"),
        "no database at all, but long enough to look like one".repeat(99));

    assertThatThrownBy(() -> format.openForRead(folder))
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("SQLITE_NOTADB");
  }

  @Test
  void peopleReadItWithTheirOwnSql() throws Exception {
    try (Window window = format.create(folder)) {
      window.append(
          1, LogBatch.of(record(1).withAttributes(Attributes.of("code", AttributeValue.of(7L)))));
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.db"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT time, source, body, attributes ->> 'code' FROM log")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("2026-01-01T00:00:01.000Z");
      assertThat(row.getString(2)).isEqualTo("often");
      assertThat(row.getString(3)).isEqualTo("line 1");
      assertThat(row.getInt(4)).isEqualTo(7);
    }
  }

  @Test
  void theEngineSaysHowItIsSet() throws Exception {
    try (Window window = format.create(folder)) {
      assertThat(window.engine())
          .containsEntry("journal_mode", "wal")
          .containsEntry("synchronous", "1");
    }
  }
}
