package io.logsink.lmdb;

import static io.logsink.lmdb.WindowFixture.all;
import static io.logsink.lmdb.WindowFixture.append;
import static io.logsink.lmdb.WindowFixture.copy;
import static io.logsink.lmdb.WindowFixture.lines;
import static io.logsink.lmdb.WindowFixture.noise;
import static io.logsink.lmdb.WindowFixture.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.lmdb.WindowFixture.Stretch;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFullException;
import io.logsink.storage.WindowSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LmdbWindowTest {
  private static final LmdbSettings SMALL_BLOCKS = LmdbSettings.DEFAULT.withBlockRecordCount(8);

  @TempDir Path temporary;
  private Path folder;
  private LmdbFormat format = new LmdbFormat(SMALL_BLOCKS);
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

  private Window openForRead(Path other) throws LogSinkException {
    return opened(format.openForRead(other));
  }

  private Window opened(Window window) {
    opened.add(window);
    return window;
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void anEmptyWindowShowsNothing() throws Exception {
    Window window = create();

    assertThat(window.summary().isEmpty()).isTrue();
    assertThat(all(window).entries()).isEmpty();
    assertThat(scan(window, 1, 9, Direction.BACKWARD).entries()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void givesBackEveryStretchInBothDirections(LmdbSettings.Flush flush) throws Exception {
    format = new LmdbFormat(SMALL_BLOCKS.withFlush(flush));
    Window window = create();
    append(window, 3, 20);

    for (long first = 1; first <= 60; first++) {
      for (long last = first; last <= 60; last += 7) {
        assertThat(scan(window, first, last, Direction.FORWARD).sequences())
            .isEqualTo(range(first, last));
        assertThat(scan(window, first, last, Direction.BACKWARD).sequences())
            .isEqualTo(range(first, last).reversed());
      }
    }
  }

  @Test
  void stepsOverSequencesThatWereNeverGiven() throws Exception {
    Window window = create();
    window.append(100, lines(100, 3));
    window.append(2_000, lines(2_000, 3));

    assertThat(all(window).sequences()).containsExactly(100L, 101L, 102L, 2_000L, 2_001L, 2_002L);
    assertThat(scan(window, 500, 1_000, Direction.FORWARD).sequences()).isEmpty();
    assertThat(scan(window, 500, 1_000, Direction.BACKWARD).sequences()).isEmpty();
    assertThat(scan(window, 1, 1_000, Direction.BACKWARD).sequences())
        .containsExactly(102L, 101L, 100L);
    assertThat(window.summary().recordCount()).isEqualTo(6);
  }

  @Test
  void stopsWhereTheVisitorHasEnough() throws Exception {
    Window window = create();
    append(window, 3, 20);
    List<Long> seen = new ArrayList<>();

    window.scan(
        new Window.Scan(1, 60, Direction.BACKWARD, WindowFixture.EVERYTHING),
        new Window.Visitor() {
          @Override
          public boolean visit(LogEntry entry) {
            seen.add(entry.sequence());
            return seen.size() < 5;
          }

          @Override
          public void damaged(long firstSequence, long lastSequence, String detail) {
            throw new AssertionError(detail);
          }
        });

    assertThat(seen).containsExactly(60L, 59L, 58L, 57L, 56L);
  }

  @Test
  void leavesOutOnlyBlocksThatTheBoundsExclude() throws Exception {
    Window window = create();
    append(window, 1, 80);
    LogFilter filter =
        LogFilter.time(WindowFixture.START.plusSeconds(30), WindowFixture.START.plusSeconds(35));

    var seen = scan(window, new Window.Scan(1, 80, Direction.FORWARD, filter.bounds())).sequences();

    assertThat(seen).containsAll(range(30, 34)).hasSizeLessThan(17);
  }

  @Test
  void keepsEverythingWhenOpenedAgain() throws Exception {
    Window window = create();
    append(window, 3, 20);
    var summary = window.summary();
    window.close();

    Window again = openForAppend();
    assertThat(again.summary()).isEqualTo(summary);
    again.append(61, lines(61, 5));
    assertThat(all(again).sequences()).isEqualTo(range(1, 65));
  }

  @Test
  void aCopyOfTheFolderIsReadAsItWas() throws Exception {
    Window window = create();
    append(window, 3, 20);
    window.sync();
    Path copied = copy(folder, temporary.resolve("copy"));
    window.append(61, lines(61, 5));

    assertThat(all(openForRead(copied)).sequences()).isEqualTo(range(1, 60));
  }

  @Test
  void isReadBesideItsOwnerInTheSameProcess() throws Exception {
    Window owner = create();
    append(owner, 1, 20);
    Window reader = openForRead(folder);
    owner.append(21, lines(21, 10));

    assertThat(reader.summary().lastSequence()).isEqualTo(20);
    owner.close();
    assertThat(scan(reader, 1, 20, Direction.FORWARD).sequences()).isEqualTo(range(1, 20));
  }

  @Test
  void anOwnerComesWhileReadersHaveIt() throws Exception {
    Window first = create();
    append(first, 1, 20);
    first.close();
    Window reader = openForRead(folder);

    Window owner = openForAppend();
    owner.append(21, lines(21, 10));

    assertThat(scan(reader, 1, 20, Direction.FORWARD).sequences()).isEqualTo(range(1, 20));
    reader.close();
    owner.append(31, lines(31, 10));
    assertThat(all(owner).sequences()).isEqualTo(range(1, 40));
  }

  @Test
  void sealingKeepsEverythingInOneSmallerFile() throws Exception {
    Window window = create();
    append(window, 200, 20);
    Window reader = openForRead(folder);
    long beforeBytes = window.storedBytes();

    window.prepareSeal();
    assertThat(all(window).sequences()).isEqualTo(range(1, 4_000));
    window.seal();

    assertThat(folder.toFile().list()).containsExactly("sealed.mdb");
    assertThat(window.storedBytes()).isLessThan(beforeBytes);
    assertThat(all(openForRead(folder)).sequences()).isEqualTo(range(1, 4_000));
    assertThat(scan(reader, 1, 4_000, Direction.FORWARD).sequences()).isEqualTo(range(1, 4_000));
  }

  @Test
  void sealingGoesOnAfterACrashAnywhere() throws Exception {
    Window window = create();
    append(window, 3, 20);
    window.prepareSeal();
    Path prepared = copy(folder, temporary.resolve("prepared"));
    Path published = copy(folder, temporary.resolve("published"));
    Files.move(published.resolve("sealed.mdb.tmp"), published.resolve("sealed.mdb"));

    for (Path crashed : List.of(prepared, published)) {
      assertThat(all(openForRead(crashed)).sequences()).isEqualTo(range(1, 60));
      Window recovered = opened(format.openForAppend(crashed));
      recovered.prepareSeal();
      recovered.seal();
      assertThat(crashed.toFile().list()).containsExactly("sealed.mdb");
      assertThat(all(openForRead(crashed)).sequences()).isEqualTo(range(1, 60));
    }
  }

  @Test
  void aFullMapFillsTheWindowAndTakesNothing() throws Exception {
    format = smallWindow();
    Window window = create();
    int count = fill(window);

    assertThat(all(window).sequences()).isEqualTo(range(1, count));
    assertThat(window.summary().lastSequence()).isEqualTo(count);
    window.close();
    assertThat(all(openForAppend()).sequences()).isEqualTo(range(1, count));
  }

  /** Appends until the window is full; returns how many records it took. */
  private static int fill(Window window) throws LogSinkException {
    LogBatch batch = noise(16 << 20);
    for (int count = 0; count < 100; count++) {
      try {
        window.append(count + 1, batch);
      } catch (WindowFullException e) {
        return count;
      }
    }
    throw new AssertionError("a map of 129 MiB took 1600 MiB");
  }

  private static LmdbFormat smallWindow() {
    return new LmdbFormat(
        SMALL_BLOCKS.withWindow(new WindowSettings(Duration.ofHours(1), 1 << 20)));
  }

  /** Attributes have no bound but memory, so a batch may be larger than any map. */
  @Test
  void anEmptyWindowTakesABatchLargerThanItsMap() throws Exception {
    format = smallWindow();
    Window window = create();
    Window reader = openForRead(folder);
    byte[] noise = noise(16 << 20).records().getFirst().body().unsafeArray();
    Map<String, AttributeValue> values = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      values.put("key" + i, AttributeValue.of(noise));
    }
    LogRecord record = lines(1, 1).records().getFirst().withAttributes(Attributes.of(values));

    window.append(1, LogBatch.of(record));

    assertThat(all(window).entries()).containsExactly(new LogEntry(1, record));
    assertThat(all(reader).entries()).hasSize(1);
  }

  @Test
  void tellsADamagedBlockAndGoesOn() throws Exception {
    Window window = create();
    append(window, 3, 20);
    window.close();
    flipInBlock(folder.resolve("active.mdb"), 21, 70);
    flipInBlock(folder.resolve("active.mdb"), 41, 2);

    Window damaged = openForAppend();

    var seen = all(damaged);
    assertThat(seen.damage()).containsExactly(new Stretch(21, 28), new Stretch(41, 48));
    List<Long> left = new ArrayList<>(range(1, 60));
    left.removeAll(range(21, 28));
    left.removeAll(range(41, 48));
    assertThat(seen.sequences()).isEqualTo(left);
    assertThat(scan(damaged, 25, 43, Direction.BACKWARD).damage())
        .containsExactly(new Stretch(41, 43), new Stretch(25, 28));
  }

  @Test
  void ofADamagedLastBlockTellsWhatIsKnown() throws Exception {
    Window window = create();
    append(window, 3, 20);
    window.close();
    flipInBlock(folder.resolve("active.mdb"), 57, 2);

    Window damaged = openForAppend();

    assertThat(damaged.summary().lastSequence()).isEqualTo(57);
    assertThat(all(damaged).damage()).containsExactly(new Stretch(57, 57));
  }

  @Test
  void sealingCarriesADamagedBlockOver() throws Exception {
    Window window = create();
    append(window, 3, 20);
    window.close();
    flipInBlock(folder.resolve("active.mdb"), 21, 70);
    Window damaged = openForAppend();

    damaged.prepareSeal();
    damaged.seal();

    assertThat(all(openForRead(folder)).damage()).containsExactly(new Stretch(21, 28));
  }

  /** Flips a bit in every copy of the block that starts with {@code sequence}. */
  private static void flipInBlock(Path file, long sequence, int offset) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] start = {'L', 'S', 'B', 1};
    int found = 0;
    for (int at = 0; at + 80 < bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + 4, start, 0, 4)
          && ByteBuffer.wrap(bytes).getLong(at + 24) == sequence) {
        bytes[at + offset] ^= 1;
        found++;
      }
    }
    assertThat(found).isPositive();
    Files.write(file, bytes);
  }

  @Test
  void saysWhichEngineAtWhatSize() throws Exception {
    Window window = create();
    append(window, 3, 20);

    assertThat(window.engine())
        .containsEntry("block_count", "9")
        .containsEntry("map_bytes", String.valueOf((128L << 20) + (128L << 20)))
        .containsKeys("lmdb_version", "flags", "page_bytes", "page_count", "tree_depth");
    assertThat(window.engine().get("flags")).contains("MDB_NOMETASYNC");
  }

  @Test
  void refusesAFolderWithoutAWindow() {
    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(() -> format.openForRead(folder))
        .withMessageContaining("neither an active.mdb nor a sealed.mdb");
  }
}
