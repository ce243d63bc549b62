package io.logsink.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Access;
import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowStoreTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final WindowSettings HOURLY = new WindowSettings(Duration.ofHours(1), 1 << 20);
  private static final RetentionSettings ONE_DAY =
      new RetentionSettings(Duration.ofDays(1), 1L << 40);

  @TempDir Path temporary;
  private Path directory;
  private BlockFileFormat format;
  private Instant now = START;
  private RetentionSettings retention = ONE_DAY;
  private final List<LogSink> opened = new ArrayList<>();

  @BeforeEach
  void chooseDirectory() {
    directory = temporary.resolve("store");
    format = new BlockFileFormat("blockfile", directory);
  }

  @AfterEach
  void closeAll() throws LogSinkException {
    for (LogSink sink : opened) {
      sink.close();
    }
  }

  private LogSink open(Path folder, Access access) throws LogSinkException {
    StoreSettings settings = new StoreSettings(folder, HOURLY, retention);
    LogSink sink =
        WindowStore.open(format, settings, new BackendConfig(settings, access, () -> now));
    opened.add(sink);
    return sink;
  }

  private LogSink own() throws LogSinkException {
    return open(directory, Access.OWNER);
  }

  private AppendReceipt append(LogSink sink, int count) throws LogSinkException {
    LogRecord record = LogRecord.of(now, Source.of("rpc"), LogBody.of("line"));
    return sink.append(LogBatch.of(java.util.Collections.nCopies(count, record)));
  }

  private static List<Long> sequences(LogSink sink) throws LogSinkException {
    return LogPager.readAll(sink, LogQuery.oldest(7)).stream().map(LogEntry::sequence).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  /** Three windows of 10 records, an hour apart; the third is active. */
  private LogSink threeWindows() throws LogSinkException {
    LogSink sink = own();
    for (int i = 0; i < 3; i++) {
      append(sink, 10);
      now = now.plus(Duration.ofHours(1));
    }
    return sink;
  }

  /** The folder as a crash at this moment would leave it. */
  private Path crashed() throws IOException {
    Path copy = temporary.resolve("crashed");
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        Files.copy(path, copy.resolve(directory.relativize(path)));
      }
    }
    return copy;
  }

  @Test
  void readsAcrossWindowsInBothDirections() throws LogSinkException {
    LogSink sink = threeWindows();

    assertThat(sink.stats().windowCount()).isEqualTo(3);
    assertThat(sequences(sink)).isEqualTo(range(1, 30));
    assertThat(sink.read(LogQuery.newest(30)).entries().stream().map(LogEntry::sequence))
        .isEqualTo(range(1, 30).reversed());
  }

  @Test
  void goesOnCountingAfterACleanClose() throws LogSinkException {
    LogSink sink = threeWindows();
    sink.close();

    assertThat(append(own(), 1).firstSequence()).isEqualTo(31);
  }

  @Test
  void givesNoSequenceAgainAfterACrash() throws LogSinkException, IOException {
    threeWindows();
    LogSink recovered = open(crashed(), Access.OWNER);

    assertThat(sequences(recovered)).isEqualTo(range(1, 30));
    assertThat(append(recovered, 1).firstSequence()).isGreaterThan(30);
  }

  @Test
  void retentionByAgeDropsWholeWindowsAndTellsTheGap() throws LogSinkException {
    LogSink sink = threeWindows();
    LogPage before = sink.read(LogQuery.oldest(5));

    MaintenanceReport report =
        sink.maintain(START.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(90)));

    assertThat(report.droppedWindowCount()).isEqualTo(2);
    assertThat(report.droppedRecordCount()).isEqualTo(20);
    assertThat(sequences(sink)).isEqualTo(range(21, 30));
    LogPage after = sink.read(LogQuery.oldest(5).from(Position.after(before.cursor())));
    assertThat(after.gaps()).containsExactly(new Gap(6, 20, Gap.Cause.RETENTION, ""));
    assertThat(after.entries().getFirst().sequence()).isEqualTo(21);
  }

  @Test
  void retentionByAgeEndsWithTheLastRecordEvenWhenNothingIsAppendedAnyMore()
      throws LogSinkException {
    LogSink sink = threeWindows();
    now = START.plus(Duration.ofDays(3));

    sink.maintain(now);

    assertThat(sequences(sink)).isEmpty();
    assertThat(sink.stats().windowCount()).isEqualTo(1);
    assertThat(append(sink, 1).firstSequence()).isEqualTo(31);
  }

  @Test
  void retentionByBytesDropsTheOldestAndNeverTheNewest() throws LogSinkException {
    retention = new RetentionSettings(Duration.ofDays(1), 2 << 20);
    LogSink sink = own();
    byte[] random = new byte[700_000];
    new java.util.Random(1).nextBytes(random);
    for (int i = 0; i < 6; i++) {
      sink.append(LogBatch.of(LogRecord.of(now, Source.of("rpc"), LogBody.of(random))));
    }

    sink.maintain(now);

    assertThat(sequences(sink)).isEqualTo(range(5, 6));
    assertThat(sink.stats().storedBytes()).isLessThanOrEqualTo(2 << 20);
  }

  @Test
  void sealsOneWindowACallAndSaysWhetherMoreWait() throws LogSinkException {
    LogSink sink = threeWindows();
    now = START.plus(Duration.ofHours(2));

    assertThat(sink.maintain(now).sealedWindowCount()).isEqualTo(1);
    assertThat(sink.maintain(now).moreDue()).isFalse();
    assertThat(sequences(sink)).isEqualTo(range(1, 30));
  }

  @Test
  void tellsTheLostEndOfAWindowAndAppendsBehindIt() throws LogSinkException, IOException {
    LogSink sink = own();
    append(sink, 5);
    append(sink, 5);
    sink.close();
    Path file = directory.resolve("w-00000001").resolve(BlockFileFormat.FILE);
    Files.write(
        file, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));

    LogSink damaged = own();
    append(damaged, 2);

    LogPage page = damaged.read(LogQuery.oldest(100));
    assertThat(page.entries().stream().map(LogEntry::sequence))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 11L, 12L);
    assertThat(page.gaps()).hasSize(1);
    assertThat(page.gaps().getFirst().firstSequence()).isEqualTo(6);
    assertThat(page.gaps().getFirst().lastSequence()).isEqualTo(10);
    assertThat(page.gaps().getFirst().cause()).isEqualTo(Gap.Cause.DAMAGE);
  }

  @Test
  void tellsWhatAnUnreadableWindowMayHaveHeldAndGoesOn() throws LogSinkException, IOException {
    threeWindows();
    Path crashed = crashed();
    Files.write(crashed.resolve("w-00000003").resolve(BlockFileFormat.FILE), new byte[] {1, 2, 3});

    LogSink damaged = open(crashed, Access.OWNER);
    AppendReceipt receipt = append(damaged, 1);

    LogPage page = damaged.read(LogQuery.oldest(100));
    assertThat(page.entries()).hasSize(21);
    assertThat(page.gaps()).hasSize(1);
    assertThat(page.gaps().getFirst().firstSequence()).isEqualTo(21);
    assertThat(page.gaps().getFirst().lastSequence()).isEqualTo(receipt.firstSequence() - 1);
  }

  @Test
  void readsTheCopyWhenTheManifestIsDamaged() throws LogSinkException, IOException {
    threeWindows().close();
    Files.writeString(directory.resolve("MANIFEST"), "rubbish");

    assertThat(sequences(own())).isEqualTo(range(1, 30));
  }

  @Test
  void refusesToOpenWithoutAnyManifestAndTouchesNothing() throws LogSinkException, IOException {
    threeWindows().close();
    Files.writeString(directory.resolve("MANIFEST"), "rubbish");
    Files.delete(directory.resolve("MANIFEST.copy"));

    assertThatThrownBy(this::own)
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("MANIFEST: its checksum does not hold")
        .hasMessageContaining("backup");
    assertThat(directory.resolve("w-00000001").resolve(BlockFileFormat.FILE)).isNotEmptyFile();
  }

  @Test
  void refusesACopyThatDoesNotKnowEveryWindow() throws LogSinkException, IOException {
    LogSink sink = own();
    append(sink, 10);
    byte[] stale = Files.readAllBytes(directory.resolve("MANIFEST.copy"));
    now = now.plus(Duration.ofHours(1));
    append(sink, 10);
    sink.close();
    Files.write(directory.resolve("MANIFEST.copy"), stale);
    Files.writeString(directory.resolve("MANIFEST"), "rubbish");
    assertThatThrownBy(this::own)
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("w-00000002");

    Files.delete(directory.resolve("MANIFEST"));
    assertThatThrownBy(this::own)
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("MANIFEST: is missing")
        .hasMessageContaining("w-00000002");
    assertThat(directory.resolve("w-00000002").resolve(BlockFileFormat.FILE)).isNotEmptyFile();
  }

  @Test
  void removesTheFolderOfAWindowThatWasNeverUsed() throws LogSinkException, IOException {
    threeWindows().close();
    Path leftOver = Files.createDirectories(directory.resolve("w-00000099"));

    own();

    assertThat(leftOver).doesNotExist();
  }

  @Test
  void refusesASecondOwnerAndLetsTheFirstGoOn() throws LogSinkException {
    LogSink first = own();

    assertThatThrownBy(this::own)
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining("owned by this process (pid " + ProcessHandle.current().pid());
    assertThat(append(first, 1).firstSequence()).isEqualTo(1);
  }

  @Test
  void refusesAStoreOfAnotherBackend() throws LogSinkException {
    own().close();
    format = new BlockFileFormat("other", directory);

    assertThatThrownBy(this::own)
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("a store of the backend blockfile");
  }

  @Test
  void keepsTheWindowWhenThereIsNoRoomForTheNext() throws LogSinkException {
    LogSink sink = own();
    append(sink, 10);
    now = now.plus(Duration.ofHours(1));
    format.failingCreate = format.faults.full("create", "no room", "ENOSPC", null);

    assertThatThrownBy(() -> append(sink, 1)).isInstanceOf(SinkFullException.class);
    assertThat(sequences(sink)).isEqualTo(range(1, 10));

    format.failingCreate = null;
    assertThat(append(sink, 1).firstSequence()).isEqualTo(11);
    assertThat(sink.stats().windowCount()).isEqualTo(2);
  }

  @Test
  void aReaderSeesWhatWasThereAtOpeningAndMayNotWrite() throws LogSinkException {
    LogSink owner = threeWindows();
    LogSink reader = open(directory, Access.READ_ONLY);
    append(owner, 1);

    assertThat(sequences(reader)).isEqualTo(range(1, 30));
    assertThatThrownBy(() -> append(reader, 1))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void saysThatThereIsNothingToRead() {
    assertThatThrownBy(() -> open(directory, Access.READ_ONLY))
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining("there is no store in this folder");
    assertThat(directory).doesNotExist();
  }

  @Test
  void namesTheFileThatStandsInTheWay() throws IOException {
    Files.writeString(directory, "a file");

    assertThatThrownBy(this::own)
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining("is a file, not a folder");
  }

  @Test
  void anEndedSinkRefusesEveryCallButClose() throws LogSinkException {
    LogSink sink = own();
    sink.close();
    sink.close();

    assertThatThrownBy(() -> append(sink, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> sink.read(LogQuery.oldest(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(sink::stats).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPositionAtATimeFindsTheFirstRecordFromThenOn() throws LogSinkException {
    LogSink sink = threeWindows();

    LogPage page =
        sink.read(LogQuery.oldest(1).from(Position.at(START.plus(Duration.ofMinutes(30)))));

    assertThat(page.entries().getFirst().cursor()).isEqualTo(new Cursor(11));
  }
}
