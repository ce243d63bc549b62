package io.logsink.rotfile;

import static io.logsink.rotfile.WindowFixture.START;
import static io.logsink.rotfile.WindowFixture.all;
import static io.logsink.rotfile.WindowFixture.append;
import static io.logsink.rotfile.WindowFixture.copy;
import static io.logsink.rotfile.WindowFixture.line;
import static io.logsink.rotfile.WindowFixture.lines;
import static io.logsink.rotfile.WindowFixture.range;
import static io.logsink.rotfile.WindowFixture.scan;
import static io.logsink.rotfile.WindowFixture.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ActiveWindowTest extends WindowTestCase {
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
    window.append(61, lines(61, 10));
    var summary = window.summary();
    window.close();

    Window again = openForAppend();
    assertThat(again.summary()).isEqualTo(summary);
    again.append(71, lines(71, 10));
    assertThat(all(again).sequences()).isEqualTo(range(1, 80));
    assertThat(again.storedBytes()).isEqualTo(Folders.sizeBytes(folder));
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
  void refusesAFolderWithoutAWindow() {
    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(() -> format.openForRead(folder))
        .withMessageContaining("neither a ledger nor a ledger.sealed");
    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(() -> format.openForAppend(folder));
  }
}
