package io.logsink.rotfile;

import static io.logsink.rotfile.WindowFixture.START;
import static io.logsink.rotfile.WindowFixture.all;
import static io.logsink.rotfile.WindowFixture.append;
import static io.logsink.rotfile.WindowFixture.copy;
import static io.logsink.rotfile.WindowFixture.flip;
import static io.logsink.rotfile.WindowFixture.lines;
import static io.logsink.rotfile.WindowFixture.namesIn;
import static io.logsink.rotfile.WindowFixture.range;
import static io.logsink.rotfile.WindowFixture.scan;
import static io.logsink.rotfile.WindowFixture.seal;
import static io.logsink.rotfile.WindowFixture.withWords;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.ZstdInputStream;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SealedWindowTest extends WindowTestCase {
  private Window sealed() throws LogSinkException {
    return opened(format.openSealed(folder));
  }

  /** Five thousand lines in batches of fifty, sealed. */
  private void makeSealed() throws Exception {
    Window window = create();
    append(window, 100, 50);
    seal(window);
  }

  @Test
  void hasTheSameRecordsInFewerBytes() throws Exception {
    Window window = create();
    append(window, 100, 50);
    long beforeBytes = window.storedBytes();
    window.prepareSeal();
    assertThat(all(window).sequences()).isEqualTo(range(1, 5_000));
    window.seal();

    assertThat(namesIn(folder))
        .containsExactly("index", "ledger.sealed", "often.log.zst", "rare.log.zst");
    assertThat(window.storedBytes())
        .isEqualTo(Folders.sizeBytes(folder))
        .isLessThan(beforeBytes / 2);
    Window again = sealed();
    assertThat(again.summary()).isEqualTo(window.summary());
    assertThat(all(again).records()).isEqualTo(lines(1, 5_000).records());
    assertThat(scan(again, 700, 3_333, Direction.BACKWARD, LogFilter.all()).sequences())
        .isEqualTo(range(700, 3_333).reversed());
    assertThat(scan(again, 1, 5_000, Direction.FORWARD, LogFilter.sources("rare")).sequences())
        .hasSize(500);
  }

  @Test
  void anyZstdReadsTheText() throws Exception {
    Window window = create();
    append(window, 100, 50);
    byte[] text = Files.readAllBytes(folder.resolve("often.log"));
    seal(window);

    try (InputStream in =
        new ZstdInputStream(Files.newInputStream(folder.resolve("often.log.zst")))) {
      assertThat(in.readAllBytes()).isEqualTo(text);
    }
  }

  @Test
  void sealingGoesOnAfterACrashAnywhere() throws Exception {
    Window window = create();
    append(window, 100, 50);
    Path unprepared = copy(folder, temporary.resolve("unprepared"));
    Files.writeString(unprepared.resolve("often.log.zst"), "half");
    Files.writeString(unprepared.resolve("ledger.sealed.tmp"), "half");
    window.prepareSeal();
    Path prepared = copy(folder, temporary.resolve("prepared"));
    Path published = copy(folder, temporary.resolve("published"));
    Files.move(published.resolve("ledger.sealed.tmp"), published.resolve("ledger.sealed"));
    Files.delete(published.resolve("often.log"));

    for (Path crashed : List.of(unprepared, prepared, published)) {
      assertThat(all(openForRead(crashed)).sequences()).isEqualTo(range(1, 5_000));
      Window recovered = opened(format.openForAppend(crashed));
      seal(recovered);
      assertThat(namesIn(crashed))
          .containsExactly("index", "ledger.sealed", "often.log.zst", "rare.log.zst");
      assertThat(all(openForRead(crashed)).sequences()).isEqualTo(range(1, 5_000));
    }
  }

  @Test
  void aFailedSealingLeavesTheWindow() throws Exception {
    Window window = create();
    append(window, 3, 1_000);
    Path obstacle = Files.createDirectories(folder.resolve("often.log.zst").resolve("x"));

    assertThatExceptionOfType(SinkUnavailableException.class)
        .isThrownBy(window::prepareSeal)
        .withMessageContaining("often.log.zst");

    assertThat(all(window).sequences()).isEqualTo(range(1, 3_000));
    Files.delete(obstacle);
    seal(window);
    assertThat(all(sealed()).sequences()).isEqualTo(range(1, 3_000));
  }

  @Test
  void aWindowWithoutRecordsCanBeSealed() throws Exception {
    seal(create());

    assertThat(all(sealed()).entries()).isEmpty();
    assertThat(withWords(sealed(), "any")).isEmpty();
  }

  @Test
  void joinsSmallAppendsToLargeBlocks() throws Exception {
    Window window = create();
    for (int i = 1; i <= 3_000; i++) {
      window.append(i, lines(i, 1));
      if (i % 7 == 0) {
        window.sync();
      }
    }
    seal(window);

    Window sealed = sealed();
    assertThat(all(sealed).records()).isEqualTo(lines(1, 3_000).records());
    assertThat(sealed.engine()).containsEntry("span_count", "3");
  }

  @Test
  void findsWordsByTheIndex() throws Exception {
    makeSealed();
    Window window = sealed();

    assertThat(withWords(window, "LINE 4321")).containsExactly(4_321L);
    assertThat(withWords(window, "line")).hasSize(5_000);
    assertThat(withWords(window, "nowhere")).isEmpty();
    List<Long> looked =
        scan(window, 1, 5_000, Direction.FORWARD, LogFilter.words("4321")).sequences();
    assertThat(looked).contains(4_321L).hasSizeLessThanOrEqualTo(DraftBlock.MAX_COUNT);
  }

  @Test
  void findsLongWordsAndTellsThemApart() throws Exception {
    String longest = "x".repeat(40_000);
    Window window = create();
    window.append(
        1,
        LogBatch.of(
            LogRecord.of(START, Source.of("s"), LogBody.of("a " + longest)),
            LogRecord.of(START, Source.of("s"), LogBody.of("b " + longest + "y")),
            LogRecord.of(START, Source.of("s"), LogBody.of("c é日本"))));
    seal(window);

    assertThat(withWords(sealed(), longest)).containsExactly(1L);
    assertThat(withWords(sealed(), longest + "y")).containsExactly(2L);
    assertThat(withWords(sealed(), "x".repeat(300))).isEmpty();
    assertThat(withWords(sealed(), "É日本")).containsExactly(3L);
  }

  @Test
  void withoutItsIndexAReaderScansAndTheOwnerMakesItAgain() throws Exception {
    makeSealed();
    Folders.delete(folder.resolve("index"));

    assertThat(withWords(openForRead(folder), "4321")).containsExactly(4_321L);
    assertThat(folder.resolve("index")).doesNotExist();
    assertThat(
            scan(openForRead(folder), 1, 5_000, Direction.FORWARD, LogFilter.words("4321"))
                .entries())
        .hasSize(5_000);

    assertThat(withWords(sealed(), "4321")).containsExactly(4_321L);
    assertThat(folder.resolve("index")).isDirectory();
    assertThat(
            scan(openForRead(folder), 1, 5_000, Direction.FORWARD, LogFilter.words("4321"))
                .entries())
        .hasSizeLessThanOrEqualTo(DraftBlock.MAX_COUNT);
  }

  /** Every 397th byte of every file of the index, in turn. */
  @Test
  void aDamagedIndexChangesNoAnswer() throws Exception {
    makeSealed();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.resolve("index"))) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at += 397) {
        flip(file, at);
        try (Window window = format.openForRead(folder)) {
          assertThat(withWords(window, "4321")).as("%s at %d", file, at).containsExactly(4_321L);
        }
        Files.write(file, whole);
      }
    }
  }

  @Test
  void theIndexOfAnotherWindowIsNotUsed() throws Exception {
    makeSealed();
    Path other = Files.createDirectory(temporary.resolve("other"));
    Window window = opened(format.create(other));
    window.append(1, lines(90_001, 2_000));
    seal(window);
    Folders.delete(folder.resolve("index"));
    copy(other.resolve("index"), folder.resolve("index"));

    assertThat(withWords(openForRead(folder), "4321")).containsExactly(4_321L);
  }

  /** Flips a bit, or cuts, everywhere in turn: what comes back is right, what does not is told. */
  @Test
  void damageAnywhereIsTold() throws Exception {
    makeSealed();
    for (String name : List.of("ledger.sealed", "often.log.zst", "rare.log.zst")) {
      byte[] whole = Files.readAllBytes(folder.resolve(name));
      for (int at = 0; at < whole.length; at += 1 + whole.length / 40) {
        flip(folder.resolve(name), at);
        assertRightOrTold("flip of %s at %d".formatted(name, at));
        Files.write(folder.resolve(name), Arrays.copyOf(whole, at));
        assertRightOrTold("cut of %s at %d".formatted(name, at));
        Files.write(folder.resolve(name), whole);
      }
    }
  }

  private void assertRightOrTold(String damage) throws LogSinkException {
    try (Window window = format.openForRead(folder)) {
      var seen = all(window);
      assertThat(seen.entries())
          .as(damage)
          .allSatisfy(
              entry -> assertThat(entry.record()).isEqualTo(WindowFixture.line(entry.sequence())));
      long lastKnown = window.summary().isEmpty() ? 0 : window.summary().lastSequence();
      List<Long> told = new ArrayList<>(seen.sequences());
      told.addAll(seen.damaged());
      // The store itself tells what is missing behind the last sequence that the window knows.
      LongStream.rangeClosed(lastKnown + 1, 5_000).forEach(told::add);
      assertThat(told).as(damage).containsExactlyInAnyOrderElementsOf(range(1, 5_000));
    }
  }
}
