package com.example.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.BackendConfig;
import io.logsink.api.InvalidSettingException;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kit cannot know: this backend's settings and files. */
final class JournalTest {
  private static final long MIB = 1 << 20;

  @TempDir Path folder;
  private JournalSettings settings = JournalSettings.DEFAULT;
  private Path journal = Path.of("");

  @BeforeEach
  void settings() {
    settings = new JournalSettings(folder, MIB);
    journal = folder.resolve("journal");
  }

  private LogSink own() throws LogSinkException {
    return new JournalBackend().open(BackendConfig.owner(settings));
  }

  private static LogBatch batch(int bodyBytes) {
    LogBody body = LogBody.unsafeWrap(new byte[bodyBytes]);
    return LogBatch.of(LogRecord.of(Instant.EPOCH, Source.of("rpc"), body));
  }

  private static List<Long> sequences(LogSink sink) throws LogSinkException {
    return LogPager.readAll(sink, LogQuery.oldest(10)).stream().map(LogEntry::sequence).toList();
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(LogSinkBackend.class))
        .singleElement()
        .isInstanceOf(JournalBackend.class);
  }

  @Test
  void everyDefaultIsPinned() {
    assertThat(new JournalBackend().defaultSettings())
        .isEqualTo(new JournalSettings(Path.of("logsink-data", "journal"), 256 * MIB));
  }

  @Test
  void refusesSettingsThatCannotBe() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new JournalSettings(Path.of(""), MIB))
        .withMessage("directory must be the path of a folder, not \"\"");
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new JournalSettings(folder, MIB - 1))
        .withMessage("maxBytes must be 1 MiB or more, not 1048575");
  }

  @Test
  void anAppendBeyondItsBytesIsRefusedAndASmallerOneStored() throws LogSinkException {
    try (LogSink sink = own()) {
      sink.append(batch(900_000));
      assertThatExceptionOfType(SinkFullException.class)
          .isThrownBy(() -> sink.append(batch(200_000)))
          .withMessageContaining("max-bytes is 1048576");
      sink.append(batch(100_000));
      assertThat(sequences(sink)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aFileThatIsNoJournalIsRefusedAndKept() throws IOException {
    Files.writeString(journal, "dear diary");
    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(this::own)
        .withMessageContaining("no journal of version 1");
    assertThat(journal).hasContent("dear diary");
  }

  @Test
  void whatWasNotSyncedMayBeCutShort() throws Exception {
    try (LogSink sink = own()) {
      sink.append(batch(10));
    }
    Files.write(journal, new byte[] {0, 0, 1, 0, 7}, StandardOpenOption.APPEND);
    try (LogSink again = own()) {
      assertThat(again.append(batch(10)).firstSequence()).isEqualTo(2);
    }
    try (LogSink again = own()) {
      assertThat(sequences(again)).containsExactly(1L, 2L);
    }
  }

  @Test
  void whatWasSyncedMayNotUntilTheMarkIsDeleted() throws Exception {
    long firstBytes;
    try (LogSink sink = own()) {
      sink.append(batch(10));
      firstBytes = Files.size(journal);
      sink.append(batch(10));
    }
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
      file.setLength(firstBytes);
    }
    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(this::own)
        .withMessageContaining("damaged from byte %d on", firstBytes);
    Files.delete(folder.resolve("synced"));
    try (LogSink again = own()) {
      assertThat(sequences(again)).containsExactly(1L);
    }
  }
}
