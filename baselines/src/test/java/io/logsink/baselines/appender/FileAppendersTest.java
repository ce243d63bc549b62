package io.logsink.baselines.appender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.baselines.entry.Baselines;
import io.logsink.baselines.entry.HardRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file appenders write, byte for byte. */
final class FileAppendersTest {
  private static final String[] LEVELS = {"TRACE", "DEBUG", "INFO ", "WARN ", "ERROR", "FATAL"};

  @TempDir private Path folder;

  private static LogRecord line(int i) {
    return new LogRecord(
        1_700_000_000_123_000_000L + i * 1_000_000L,
        0,
        Severity.ofNumber(1 + i % 24),
        Source.of("pty:web" + i % 3),
        LogBody.of("line %d: Grüße {} %%n \u001b[31mred\r\t%s".formatted(i, "y".repeat(i % 50))),
        Attributes.EMPTY);
  }

  private static List<LogRecord> lines(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(FileAppendersTest::line).toList();
  }

  private static void append(Record settings, String name, List<LogRecord> records)
      throws LogSinkException {
    try (LogSink sink = Baselines.named(name).backend().open(BackendConfig.owner(settings))) {
      for (LogBatch batch : HardRecords.batches(records, 100)) {
        sink.append(batch);
      }
    }
  }

  /** As {@code time} is printed by both, ISO 8601 without a zone; the separator differs. */
  private static String text(LogRecord entry, char separator, int levelCount) {
    String time =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'" + separator + "'HH:mm:ss,SSS", Locale.ROOT)
            .format(entry.timestamp().atZone(ZoneId.systemDefault()));
    int level = Math.min((entry.severity().number() - 1) / 4, levelCount - 1);
    return "%s %s %s - %s\n".formatted(time, LEVELS[level], entry.source(), entry.body().text());
  }

  @ParameterizedTest
  @CsvSource({"logback, ' ', 5", "log4j2, T, 6"})
  void eachRecordIsALineWithItsBytes(String name, char separator, int levelCount) throws Exception {
    List<LogRecord> records = lines(1_000);

    append(Baselines.settings(name, folder), name, records);

    StringBuilder expected = new StringBuilder();
    records.forEach(entry -> expected.append(text(entry, separator, levelCount)));
    assertThat(Files.readString(folder.resolve("lines.log"))).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"logback", "log4j2"})
  void aSyncPutsEverythingIntoTheFileAndAReopenedStoreGoesOnInIt(String name) throws Exception {
    Record settings = Baselines.settings(name, folder);
    try (LogSink sink = Baselines.named(name).backend().open(BackendConfig.owner(settings))) {
      sink.append(LogBatch.of(lines(500)));
      sink.sync();
      assertThat(lineCount()).isEqualTo(500);
    }
    append(settings, name, lines(10));

    assertThat(lineCount()).isEqualTo(510);
  }

  private long lineCount() throws IOException {
    return Files.readString(folder.resolve("lines.log")).chars().filter(c -> c == '\n').count();
  }

  @Test
  void noLineIsLostWhereLog4jRolls() throws Exception {
    List<LogRecord> records = lines(5_000);

    append(new Log4jSettings(folder, "%msg%n", 64 << 10), "log4j2", records);

    assertThat(files()).hasSizeGreaterThan(4);
    List<String> written = new ArrayList<>();
    for (Path file : files()) {
      written.addAll(List.of(Files.readString(file).split("\n")));
    }
    assertThat(written).isEqualTo(records.stream().map(entry -> entry.body().text()).toList());
  }

  /** {@code lines-1.log}, {@code lines-2.log}, ..., {@code lines.log}: in the order of writing. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparingInt(FileAppendersTest::number)).toList();
    }
  }

  private static int number(Path file) {
    String digits = file.getFileName().toString().replaceAll("\\D", "");
    return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logback", "log4j2"})
  void whatIsNoTextIsLostAndANewlineMakesASecondLine(String name) throws Exception {
    LogBody body = LogBody.of(new byte[] {'a', '\n', (byte) 0xff, 'b'});
    Record settings = Baselines.settings(name, folder);

    append(settings, name, List.of(LogRecord.of(line(0).timestamp(), Source.of("rpc"), body)));

    String written = Files.readString(folder.resolve("lines.log"), StandardCharsets.UTF_8);
    assertThat(written).endsWith(" INFO  rpc - a\n\uFFFDb\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"logback", "log4j2"})
  void cannotBeRead(String name) throws Exception {
    Record settings = Baselines.settings(name, folder);
    try (LogSink sink = Baselines.named(name).backend().open(BackendConfig.owner(settings))) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> sink.read(LogQuery.oldest(1)));
      assertThat(sink.capabilities().features()).isEmpty();
    }
    assertThatExceptionOfType(SinkUnavailableException.class)
        .isThrownBy(() -> Baselines.named(name).backend().open(BackendConfig.readOnly(settings)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logback", "log4j2"})
  void aFileThatCannotBeWrittenIsAnError(String name) throws Exception {
    Files.createDirectories(folder.resolve("lines.log"));

    assertThatExceptionOfType(LogSinkException.class)
        .isThrownBy(() -> append(Baselines.settings(name, folder), name, lines(10)));
  }
}
