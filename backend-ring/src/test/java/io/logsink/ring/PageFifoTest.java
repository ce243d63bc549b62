package io.logsink.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PageFifoTest {
  private static final long SEED = Long.getLong("logsink.seed", System.nanoTime());
  private static final int PAGE_BYTES = Pages.PAGE_BYTES;

  /** A piece that was added, and where. */
  @SuppressWarnings("ArrayRecordComponent") // compared by content below, never by equals
  private record Piece(long place, byte[] bytes) {}

  @Test
  void twoQueuesOnOnePoolKeepApartWhatTheyHold() {
    Random random = new Random(SEED);
    try (Pages pages = new Pages(4000L * PAGE_BYTES)) {
      PageFifo[] fifos = {new PageFifo(pages), new PageFifo(pages)};
      var held = Arrays.asList(new ArrayDeque<Piece>(), new ArrayDeque<Piece>());
      for (int step = 0; step < 3_000; step++) {
        int which = random.nextInt(2);
        addOrDrop(fifos[which], held.get(which), random);
        assertHolds(fifos[which], held.get(which));
        assertThat(pages.usedCount())
            .as("-Dlogsink.seed=%d", SEED)
            .isEqualTo(fifos[0].pageCount() + fifos[1].pageCount());
      }
    }
  }

  private static void addOrDrop(PageFifo fifo, Deque<Piece> held, Random random) {
    if (held.isEmpty() || (held.size() < 40 && random.nextBoolean())) {
      byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 5 * PAGE_BYTES : 600)];
      random.nextBytes(bytes);
      held.addLast(new Piece(fifo.append(bytes), bytes));
    } else {
      held.removeFirst();
      fifo.dropBefore(held.isEmpty() ? fifo.end() : held.getFirst().place());
      if (held.isEmpty()) {
        fifo.clear();
      }
    }
  }

  private static void assertHolds(PageFifo fifo, Deque<Piece> held) {
    for (Piece piece : held) {
      byte[] found = new byte[piece.bytes().length];
      fifo.read(piece.place(), found);
      assertThat(found).as("-Dlogsink.seed=%d", SEED).isEqualTo(piece.bytes());
    }
  }

  @Test
  void numbersStandWhereTheyWerePutUntilTheEndIsDropped() {
    try (Pages pages = new Pages(100L * PAGE_BYTES)) {
      PageFifo fifo = new PageFifo(pages);
      for (int i = 0; i < 2_000; i++) {
        fifo.setLong(fifo.extend(Long.BYTES), i);
      }
      fifo.dropFrom(1_000L * Long.BYTES);
      assertThat(pages.usedCount()).isEqualTo(2);
      fifo.setLong(fifo.extend(Long.BYTES), -1);
      assertThat(fifo.getLong(999L * Long.BYTES)).isEqualTo(999);
      assertThat(fifo.getLong(1_000L * Long.BYTES)).isEqualTo(-1);
    }
  }

  @Test
  void thePoolTakesFromTheSystemWhatIsNeededAndNotMore() {
    try (Pages pages = new Pages(1_000L * PAGE_BYTES + 1)) {
      assertThat(pages.allocatedBytes()).isZero();
      pages.prepare(300);
      assertThat(pages.allocatedBytes()).isEqualTo(512L * PAGE_BYTES);
      pages.prepare(5_000);
      assertThat(pages.allocatedBytes()).isEqualTo(1_000L * PAGE_BYTES);
      assertThat(pages.freeCount()).isEqualTo(1_000);
    }
  }

  @Test
  void memoryThatWasGivenBackCannotBeRead() {
    Pages pages = new Pages(100L * PAGE_BYTES);
    PageFifo fifo = new PageFifo(pages);
    fifo.setLong(fifo.extend(Long.BYTES), 1);
    pages.close();
    assertThatIllegalStateException().isThrownBy(() -> fifo.getLong(0));
  }
}
