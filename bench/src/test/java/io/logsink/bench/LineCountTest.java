package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.record.LogRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineCountTest {
  private static final List<LogRecord> THREE =
      List.of(Records.of("a", "one"), Records.of("a", "two\n2"), Records.of("b", ""));

  @TempDir private Path folder;

  @Test
  void countsALineForEachRecordAndOneForEachNewlineInsideOfIt() throws Exception {
    Files.writeString(folder.resolve("first.log"), "1 one\n2 two\n2\n");
    Files.createDirectory(folder.resolve("older"));
    Files.writeString(folder.resolve("older/second.log"), "3 \n");

    assertThat(LineCount.of(folder, THREE)).isEqualTo(new ReadBack(3, 0, 0, 3));
  }

  @Test
  void aMissingLineIsNoticedAndSoIsOneTooMany() throws Exception {
    Files.writeString(folder.resolve("lines.log"), "1 one\n2 two\n2\n");
    assertThatExceptionOfType(DifferenceException.class)
        .isThrownBy(() -> LineCount.of(folder, THREE))
        .withMessage("3 records are 4 lines, and its files have 3");

    Files.writeString(folder.resolve("lines.log"), "1\n2\n3\n4\n5\n");
    assertThatExceptionOfType(DifferenceException.class)
        .isThrownBy(() -> LineCount.of(folder, THREE));
  }
}
