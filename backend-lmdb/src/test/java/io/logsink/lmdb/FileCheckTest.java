package io.logsink.lmdb;

import static io.logsink.lmdb.WindowFixture.all;
import static io.logsink.lmdb.WindowFixture.append;
import static io.logsink.lmdb.WindowFixture.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.lmdb.WindowFixture.Seen;
import io.logsink.lmdb.WindowFixture.Stretch;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file gives a named error or a told loss; that the JVM is still there says the rest. */
final class FileCheckTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());
  private static final int ROUNDS = Integer.getInteger("logsink.damage.rounds", 50);
  private static final int PAGE_BYTES = 4096;
  private static final int RECORD_COUNT = 2_400;

  @TempDir Path temporary;
  private final LmdbFormat format =
      new LmdbFormat(
          LmdbSettings.DEFAULT.withBlockRecordCount(4).withFlush(LmdbSettings.Flush.NONE));
  private Path folder;
  private Path file;
  private byte[] whole;
  private List<LogEntry> entries;

  /** Some hundred small blocks, a large one, and free pages from many transactions. */
  @BeforeEach
  void makeWindow() throws Exception {
    folder = Files.createDirectory(temporary.resolve("window"));
    file = folder.resolve("active.mdb");
    Window window = format.create(folder);
    append(window, 120, 20);
    window.append(RECORD_COUNT + 1, WindowFixture.noise(20_000));
    entries = all(window).entries();
    window.close();
    whole = Files.readAllBytes(file);
  }

  /** Bits of the pages' and nodes' heads and of the meta pages; blocks have checksums. */
  @Test
  void everyKindOfDamagedNumberIsFoundOrTold() throws Exception {
    for (int page = 0; page < whole.length / PAGE_BYTES; page++) {
      int step = page < 2 ? 2 : 64;
      for (int offset = page % step; offset < 152; offset += step) {
        check(flipped(page * PAGE_BYTES + offset, 1 << (page + offset) % 8), offset);
      }
    }
  }

  @Test
  void randomDamageIsFoundOrTold() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = whole.clone();
      int start = random.nextInt(whole.length);
      int count = 1 + random.nextInt(random.nextBoolean() ? 4 : 5_000);
      for (int i = start; i < Math.min(whole.length, start + count); i++) {
        damaged[i] = (byte) random.nextInt();
      }
      check(damaged, round);
    }
  }

  @Test
  void everyPageThatIsMissingIsFoundOrTold() throws Exception {
    for (int page = 0; page < whole.length / PAGE_BYTES; page++) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, page * PAGE_BYTES, (page + 1) * PAGE_BYTES, (byte) 0);
      check(damaged, page);
    }
  }

  private byte[] flipped(int offset, int mask) {
    byte[] damaged = whole.clone();
    damaged[offset] ^= (byte) mask;
    return damaged;
  }

  private void check(byte[] damaged, int round) throws LogSinkException, IOException {
    Files.write(file, damaged);
    Window window;
    try {
      window = format.openForAppend(folder);
    } catch (SinkCorruptException e) {
      assertThat(e).hasMessageContaining(file.toString());
      return;
    }
    try (window) {
      assertNothingInvented(window, round);
      window.append(10_000, WindowFixture.lines(10_000, 20));
      assertThat(scan(window, 10_000, 10_019, Direction.FORWARD).entries()).hasSize(20);
    } catch (WindowFullException e) {
      throw new AssertionError(e);
    }
  }

  /** What is shown was stored; what is not shown was told, or lies behind the last one. */
  private void assertNothingInvented(Window window, int round) throws LogSinkException {
    Seen seen = all(window);
    Set<Long> told = new HashSet<>(seen.sequences());
    for (Stretch stretch : seen.damage()) {
      for (long sequence = stretch.first(); sequence <= stretch.last(); sequence++) {
        told.add(sequence);
      }
    }
    for (LogEntry entry : entries) {
      if (entry.sequence() <= window.summary().lastSequence()) {
        assertThat(told).as("seed %d round %d", SEED, round).contains(entry.sequence());
      }
    }
    assertThat(entries).as("seed %d round %d", SEED, round).containsAll(seen.entries());
  }

  @Test
  void everyTruncationIsFoundBeforeLmdbMeetsIt() throws Exception {
    for (int page = 1; page < whole.length / PAGE_BYTES; page++) {
      Files.write(file, Arrays.copyOf(whole, page * PAGE_BYTES));
      assertThatExceptionOfType(SinkCorruptException.class)
          .isThrownBy(() -> format.openForRead(folder).close());
    }
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws Exception {
    Files.writeString(file, "this is not an environment\n".repeat(1_000));

    assertThatExceptionOfType(SinkCorruptException.class)
        .isThrownBy(() -> format.openForAppend(folder))
        .withMessageContaining("active.mdb: page 0 is not a meta page of LMDB 0.9");
  }
}
