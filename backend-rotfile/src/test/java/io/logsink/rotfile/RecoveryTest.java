package io.logsink.rotfile;

import static io.logsink.rotfile.WindowFixture.all;
import static io.logsink.rotfile.WindowFixture.append;
import static io.logsink.rotfile.WindowFixture.copy;
import static io.logsink.rotfile.WindowFixture.flip;
import static io.logsink.rotfile.WindowFixture.lines;
import static io.logsink.rotfile.WindowFixture.namesIn;
import static io.logsink.rotfile.WindowFixture.range;
import static io.logsink.rotfile.WindowFixture.scan;
import static io.logsink.rotfile.WindowFixture.seal;
import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.storage.Window;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecoveryTest extends WindowTestCase {
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
    window.append(11, lines(11, 10));
    window.append(21, lines(21, 10));
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
}
