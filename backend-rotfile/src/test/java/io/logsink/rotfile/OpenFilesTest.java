package io.logsink.rotfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenFilesTest {
  private static final long SEED = Long.getLong("logsink.seed", System.nanoTime());
  private static final int FILE_COUNT = 20;

  @TempDir Path folder;
  private final OpenFiles open = new OpenFiles(2);

  private Path file(int number) {
    return folder.resolve("file" + number);
  }

  private void writeAll() throws IOException {
    for (int i = 0; i < FILE_COUNT; i++) {
      open.write(file(i), new byte[] {(byte) i}, 1, 0);
    }
  }

  private int readOne(Random random) throws IOException {
    int number = random.nextInt(FILE_COUNT);
    assertThat(open.read(file(number), ByteBuffer.allocate(1), 0).get()).isEqualTo((byte) number);
    return 1;
  }

  private Callable<Integer> reader(int seed, AtomicBoolean done) {
    Random random = new Random(SEED + seed);
    return () -> {
      int count = 0;
      while (!done.get() || count < 2_000) {
        count += readOne(random);
      }
      return count;
    };
  }

  @Test
  void aFileIsReadWhileOthersThrowItOut() throws Exception {
    writeAll();
    AtomicBoolean done = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        readers.add(threads.submit(reader(i, done)));
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).as("-Dlogsink.seed=%d", SEED).isEqualTo(2_000);
      }
    }
    assertThat(open.count()).isLessThanOrEqualTo(2);
  }

  /** An interrupted call closes the channel that others are using. */
  @Test
  void othersGoOnWhenOneIsInterrupted() throws Exception {
    writeAll();
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> readers =
          List.of(threads.submit(reader(1, done)), threads.submit(reader(2, done)));
      for (int i = 0; i < 500; i++) {
        readInterrupted(i % FILE_COUNT);
      }
      done.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isGreaterThanOrEqualTo(2_000);
      }
    }
  }

  private void readInterrupted(int number) {
    Thread.currentThread().interrupt();
    try {
      open.read(file(number), ByteBuffer.allocate(1), 0);
    } catch (IOException e) {
      assertThat(e).isInstanceOf(ClosedByInterruptException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void closesWhatIsInAFolder() throws Exception {
    writeAll();
    open.closeAllIn(folder);

    assertThat(open.count()).isZero();
    assertThat(open.size(file(3))).isEqualTo(1);
  }
}
