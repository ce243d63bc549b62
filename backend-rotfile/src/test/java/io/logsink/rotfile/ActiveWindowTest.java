package io.logsink.rotfile;

import static io.logsink.rotfile.WindowFixture.START;
import static io.logsink.rotfile.WindowFixture.all;
import static io.logsink.rotfile.WindowFixture.append;
import static io.logsink.rotfile.WindowFixture.copy;
import static io.logsink.rotfile.WindowFixture.flip;
import static io.logsink.rotfile.WindowFixture.line;
import static io.logsink.rotfile.WindowFixture.lines;
import static io.logsink.rotfile.WindowFixture.namesIn;
import static io.logsink.rotfile.WindowFixture.range;
import static io.logsink.rotfile.WindowFixture.scan;
import static io.logsink.rotfile.WindowFixture.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkUnavailableException;
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
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ActiveWindowTest {
  @TempDir Path temporary;
  private Path folder;
  private final RotfileFormat format =
      new RotfileFormat(RotfileSettings.DEFAULT.withMaxOpenFiles(2));
  private final List<Window> opened = new ArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("window"));
  }

  @AfterEach
  void closeAll() throws LogSinkException {
    for (Window window : opened) {
      window.close();
    }
  }

  private Window create() throws LogSinkException {
    return opened(format.create(folder));
  }

  private Window openForAppend() throws LogSinkException {
    return opened(format.openForAppend(folder));
  }

  /** As another process has it. */
  private Window openForRead(Path other) throws LogSinkException {
    return opened(new RotfileFormat(RotfileSettings.DEFAULT).openForRead(other));
  }

  private Window opened(Window window) {
    opened.add(window);
    return window;
  }

  @Test
  void anEmptyWindowShowsNothing() throws Exception {
    Window window = create();

    assertThat(window.summary().isEmpty()).isTrue();
    assertThat(all(window).entries()).isEmpty();
    window.sync();
    window.close();
    assertThat(openForAppend().summary().isEmpty()).isTrue();
  }

  @Test
  void scansInBothDirectionsBetweenTwoSequences() throws Exception {
    Window window = create();
    window.append(1, lines(1, 3_000));
    window.append(3_001, lines(3_001, 1));
    window.append(3_002, lines(3_002, 5));

    for (long first : List.of(1L, 2L, 1_024L, 1_025L, 2_999L, 3_001L)) {
      for (long last : List.of(1L, 1_024L, 1_025L, 3_000L, 3_003L, 9_999L)) {
        List<Long> expected = range(first, Math.min(last, 3_006));
        assertThat(scan(window, first, last, Direction.FORWARD, LogFilter.all()).sequences())
            .isEqualTo(expected);
        assertThat(scan(window, first, last, Direction.BACKWARD, LogFilter.all()).sequences())
            .isEqualTo(expected.reversed());
      }
    }
  }

  @Test
  void skipsWhatCannotMatch() throws Exception {
    Window window = create();
    append(window, 3, 1_000);

    LogFilter late = LogFilter.since(START.plusSeconds(2_990));
    assertThat(scan(window, 1, 9_999, Direction.FORWARD, late).sequences())
        .isEqualTo(range(2_990, 3_000));
    assertThat(scan(window, 1, 9_999, Direction.FORWARD, LogFilter.sources("nobody")).sequences())
        .isEmpty();
    assertThat(scan(window, 1, 9_999, Direction.FORWARD, LogFilter.sources("rare")).sequences())
        .hasSize(300)
        .allMatch(sequence -> sequence % 10 == 0);
    LogFilter severe = LogFilter.minSeverity(Severity.WARN);
    assertThat(scan(window, 1, 9_999, Direction.FORWARD, severe).sequences()).isEmpty();
  }

  @Test
  void stopsWhenTheVisitorHasEnough() throws Exception {
    Window window = create();
    append(window, 3, 1_000);
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
            line(1).withSeverity(Severity.TRACE),
            LogRecord.of(START, Source.of("x"), LogBody.EMPTY),
            LogRecord.of(START, Source.of("y"), LogBody.unsafeWrap(large)));
    Window window = create();
    window.append(5, batch);
    window.close();

    assertThat(all(openForRead(folder)).records()).isEqualTo(batch.records());
    Window again = openForAppend();
    seal(again);
    assertThat(all(openForRead(folder)).records()).isEqualTo(batch.records());
  }

  @Test
  void theTextFilesAreForPeople() throws Exception {
    Window window = create();
    window.append(
        1,
        LogBatch.of(
            line(1), line(10).withSeverity(Severity.ERROR2), line(2).withSeverity(Severity.WARN)));

    assertThat(folder.resolve("often.log"))
        .hasContent(
            """
            2026-01-01T00:00:01.000000000Z INFO   line 1 of many
            2026-01-01T00:00:02.000000000Z WARN   line 2 of many
            """);
    assertThat(folder.resolve("rare.log"))
        .hasContent("2026-01-01T00:00:10.000000000Z ERROR2 line 10 of many\n");
  }

  @Test
  void goesOnWhenItIsOpenedAgain() throws Exception {
    Window window = create();
    append(window, 3, 20);
    window.sync();
    append2(window, 61);
    var summary = window.summary();
    window.close();

    Window again = openForAppend();
    assertThat(again.summary()).isEqualTo(summary);
    append2(again, 71);
    assertThat(all(again).sequences()).isEqualTo(range(1, 80));
    assertThat(again.storedBytes()).isEqualTo(Folders.sizeBytes(folder));
  }

  private static void append2(Window window, long first) throws Exception {
    window.append(first, lines(first, 10));
  }

  @Test
  void stepsOverSequencesThatWereNeverGiven() throws Exception {
    Window window = create();
    window.append(100, lines(100, 3));
    window.sync();
    window.append(2_000, lines(2_000, 3));
    window.sync();
    window.close();

    var seen = all(openForAppend());
    assertThat(seen.sequences()).containsExactly(100L, 101L, 102L, 2_000L, 2_001L, 2_002L);
    assertThat(seen.damaged()).isEmpty();
  }

  /** Every place where a crash can have ended the last append's writes, one after the other. */
  @Test
  void aTornAppendIsCutOffWherever() throws Exception {
    Window window = create();
    window.append(1, lines(1, 30));
    Path before = copy(folder, temporary.resolve("before"));
    window.append(31, lines(31, 30));
    byte[] ledger = Files.readAllBytes(folder.resolve("ledger"));
    long ledgerBefore = Files.size(before.resolve("ledger"));

    for (int end = (int) ledgerBefore; end < ledger.length; end++) {
      Path torn = copy(folder, temporary.resolve("torn"));
      cut(torn.resolve("ledger"), end);
      assertThat(all(openForRead(torn)).sequences()).isEqualTo(range(1, 30));
      try (Window recovered = format.openForAppend(torn)) {
        assertThat(recovered.summary().lastSequence()).isEqualTo(30);
      }
      assertThat(torn.resolve("ledger")).hasSameBinaryContentAs(before.resolve("ledger"));
      assertThat(torn.resolve("often.log")).hasSameBinaryContentAs(before.resolve("often.log"));
      assertThat(torn.resolve("rare.log")).hasSameBinaryContentAs(before.resolve("rare.log"));
    }
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  @Test
  void aFileOfATornAppendAloneGoes() throws Exception {
    Window window = create();
    window.append(1, lines(1, 9));
    Path torn = copy(folder, temporary.resolve("torn"));
    Files.writeString(torn.resolve("fresh.log"), "2026-");

    Window recovered = opened(format.openForAppend(torn));

    assertThat(namesIn(torn)).containsExactly("ledger", "often.log");
    assertThat(all(recovered).sequences()).isEqualTo(range(1, 9));
  }

  /** A large batch is many blocks, of which the last makes it count. */
  @Test
  void aBatchWithoutItsLastBlockIsNotThere() throws Exception {
    Window window = create();
    window.append(1, lines(1, 10));
    long before = Files.size(folder.resolve("ledger"));
    window.append(11, lines(11, 3_000));
    Path torn = copy(folder, temporary.resolve("torn"));
    cut(torn.resolve("ledger"), Files.size(torn.resolve("ledger")) - 1);

    Window recovered = opened(format.openForAppend(torn));

    assertThat(all(recovered).sequences()).isEqualTo(range(1, 10));
    assertThat(torn.resolve("ledger")).hasSize(before);
  }

  /** As a power loss leaves it that took text and kept the ledger. */
  @Test
  void whatWasNotFlushedEndsBeforeTheFirstLostLine() throws Exception {
    Window window = create();
    window.append(1, lines(1, 10));
    window.sync();
    long flushed = Files.size(folder.resolve("often.log"));
    append2(window, 11);
    append2(window, 21);
    Path lost = copy(folder, temporary.resolve("lost"));
    flip(lost.resolve("often.log"), flushed + 3);

    assertThat(all(opened(format.openForAppend(lost))).sequences()).isEqualTo(range(1, 10));
  }

  @Test
  void damageInFlushedTextIsToldAndKept() throws Exception {
    Window window = create();
    append(window, 3, 1_000);
    window.sync();
    window.close();
    flip(folder.resolve("rare.log"), 1_000);

    Window damaged = openForAppend();
    var seen = all(damaged);
    assertThat(seen.damaged()).hasSize(100).allMatch(sequence -> sequence % 10 == 0);
    assertThat(seen.sequences()).hasSize(2_900).doesNotContainAnyElementsOf(seen.damaged());
    var back = scan(damaged, 1, 3_000, Direction.BACKWARD, LogFilter.all());
    assertThat(back.sequences()).isEqualTo(seen.sequences().reversed());
    assertThat(back.damaged()).isEqualTo(seen.damaged().reversed());
    assertThat(scan(damaged, 1, 3_000, Direction.FORWARD, LogFilter.sources("often")).damaged())
        .isEmpty();

    seal(damaged);
    assertThat(all(openForRead(folder))).isEqualTo(seen);
  }

  @Test
  void aBlockThatTheLedgerLostIsTold() throws Exception {
    Window window = create();
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      starts.add(Files.size(folder.resolve("ledger")));
      window.append(i * 1_000 + 1, lines(i * 1_000 + 1, 1_000));
    }
    window.sync();
    window.close();
    for (int lost = 0; lost < 4; lost++) {
      Path damaged = copy(folder, temporary.resolve("damaged" + lost));
      flip(damaged.resolve("ledger"), starts.get(lost) + 30);
      List<Long> gone = range(lost * 1_000L + 1, lost * 1_000L + 1_000);

      Window recovered = opened(format.openForAppend(damaged));
      assertLost(recovered, gone);
      recovered.append(4_001, lines(4_001, 10));
      recovered.sync();
      recovered.close();

      Window again = opened(format.openForAppend(damaged));
      assertThat(again.summary().firstSequence()).isEqualTo(1);
      assertThat(again.summary().lastSequence()).isEqualTo(4_010);
      seal(again);
      var seen = all(openForRead(damaged));
      assertThat(seen.damaged()).isEqualTo(gone);
      assertThat(seen.sequences()).hasSize(3_010).endsWith(4_010L);
    }
  }

  private static void assertLost(Window window, List<Long> gone) throws LogSinkException {
    List<Long> left = new ArrayList<>(range(1, 4_000));
    left.removeAll(gone);
    var seen = all(window);
    assertThat(seen.damaged()).isEqualTo(gone);
    assertThat(seen.sequences()).isEqualTo(left);
    var back = scan(window, 1, 4_000, Direction.BACKWARD, LogFilter.all());
    assertThat(back.damaged()).isEqualTo(gone);
    assertThat(back.sequences()).isEqualTo(left.reversed());
  }

  @Test
  void aTextFileThatIsGoneIsTold() throws Exception {
    Window window = create();
    window.append(1, lines(1, 100));
    window.sync();
    window.close();
    Files.delete(folder.resolve("rare.log"));

    assertThat(all(openForAppend()).damaged())
        .containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L);
  }

  /** The folder of a source's file is in the way: the write of the second source fails. */
  @Test
  void aFailedAppendLeavesNothing() throws Exception {
    Window window = create();
    window.append(1, lines(1, 9));
    Path before = copy(folder, temporary.resolve("before"));
    Path obstacle = Files.createDirectory(folder.resolve("rare.log"));

    assertThatExceptionOfType(SinkUnavailableException.class)
        .isThrownBy(() -> window.append(10, lines(10, 1_000)))
        .withMessageContaining(folder.toString());

    assertThat(all(window).sequences()).isEqualTo(range(1, 9));
    assertThat(folder.resolve("ledger")).hasSameBinaryContentAs(before.resolve("ledger"));
    assertThat(folder.resolve("often.log")).hasSameBinaryContentAs(before.resolve("often.log"));
    Files.deleteIfExists(obstacle);
    window.append(10, lines(10, 1_000));
    assertThat(all(window).sequences()).isEqualTo(range(1, 1_009));
  }

  /** An interrupt closes the channel under everybody. */
  @Test
  void anInterruptedAppendLeavesNothing() throws Exception {
    Window window = create();
    window.append(1, lines(1, 10));
    Path before = copy(folder, temporary.resolve("before"));

    Thread.currentThread().interrupt();
    assertThatExceptionOfType(SinkUnavailableException.class)
        .isThrownBy(() -> window.append(11, lines(11, 10)));
    assertThat(Thread.interrupted()).isTrue();

    assertThat(all(window).sequences()).isEqualTo(range(1, 10));
    assertThat(folder.resolve("ledger")).hasSameBinaryContentAs(before.resolve("ledger"));
    assertThat(folder.resolve("often.log")).hasSameBinaryContentAs(before.resolve("often.log"));
    window.append(11, lines(50, 10));
    assertThat(all(window).records().subList(10, 20)).isEqualTo(lines(50, 10).records());
  }

  @Test
  void manySourcesNeedFewOpenFiles() throws Exception {
    Window window = create();
    LogBatch batch =
        LogBatch.of(
            IntStream.range(0, 1_000)
                .mapToObj(i -> LogRecord.of(START, Source.of("s" + i), LogBody.of("b" + i)))
                .toList());
    window.append(1, batch);
    window.append(1_001, batch);
    window.sync();

    assertThat(all(window).records().subList(1_000, 2_000)).isEqualTo(batch.records());
    assertThat(Integer.parseInt(window.engine().get("open_files"))).isLessThanOrEqualTo(2);
  }

  @Test
  void aReaderBesideTheOwnerSeesWhatWasThere() throws Exception {
    Window owner = create();
    append(owner, 2, 10);
    Window reader = openForRead(folder);
    append2(owner, 21);
    owner.sync();
    append2(owner, 31);

    assertThat(all(reader).sequences()).isEqualTo(range(1, 20));
    assertThat(all(openForRead(folder)).sequences()).isEqualTo(range(1, 40));
  }

  @Test
  void aReaderGoesOnWhenTheOwnerSeals() throws Exception {
    Window owner = create();
    append(owner, 3, 1_000);
    Window before = openForRead(folder);
    Window during = openForRead(folder);
    List<Long> seen = new ArrayList<>();

    during.scan(
        new Window.Scan(1, 3_000, Direction.BACKWARD, LogFilter.all().bounds()),
        new Window.Visitor() {
          @Override
          public boolean visit(LogEntry entry) {
            seen.add(entry.sequence());
            if (seen.size() == 1) {
              sealNow(owner, during);
            }
            return true;
          }

          @Override
          public void damaged(long first, long last, String detail) {
            throw new AssertionError(detail);
          }
        });

    assertThat(seen).isEqualTo(range(1, 3_000).reversed());
    assertThat(all(before).sequences()).isEqualTo(range(1, 3_000));
  }

  /** Also closes what the reader has open, so that it has to open it again. */
  private static void sealNow(Window owner, Window reader) {
    try {
      seal(owner);
      reader.close();
    } catch (LogSinkException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aReaderIsToldWhenTheOwnerRemovesTheWindow() throws Exception {
    Window owner = create();
    append(owner, 3, 10);
    Window reader = openForRead(folder);
    owner.close();
    Folders.delete(folder);
    reader.close();

    assertThatExceptionOfType(SinkUnavailableException.class)
        .isThrownBy(() -> all(reader))
        .withMessageContaining("open the store again");
  }

  @Test
  void refusesAFolderWithoutAWindow() {
    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(() -> format.openForRead(folder))
        .withMessageContaining("neither a ledger nor a ledger.sealed");
    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(() -> format.openForAppend(folder));
  }
}
