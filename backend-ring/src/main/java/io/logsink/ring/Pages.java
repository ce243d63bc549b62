package io.logsink.ring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Memory outside the heap, in pages of one size, up to a most. It is taken from the system in slabs
 * when it is first needed; a page that was given back is used again, and nothing returns to the
 * system before {@link #close}. Guarded by its ring's lock.
 */
final class Pages implements AutoCloseable {
  static final int PAGE_BYTES = 4096;
  private static final int SLAB_PAGES = 256;
  private static final int ALIGNMENT_BYTES = 64;

  private final Arena arena = Arena.ofShared();
  private final int mostCount;
  private MemorySegment[] slabs = new MemorySegment[1];
  private int[] givenBack = new int[SLAB_PAGES];
  private int givenBackCount;

  /** Pages that slabs have room for. */
  private int madeCount;

  /** Pages that were taken from slabs at least once. */
  private int touchedCount;

  /** Pages of {@code maxBytes} together, and not a byte more. */
  Pages(long maxBytes) {
    this.mostCount = Math.toIntExact(maxBytes / PAGE_BYTES);
  }

  /** How many there may be. */
  int mostCount() {
    return mostCount;
  }

  /** How many hold something. */
  int usedCount() {
    return touchedCount - givenBackCount;
  }

  /** How many can be taken. */
  int freeCount() {
    return mostCount - usedCount();
  }

  /** Bytes that were taken from the system. */
  long allocatedBytes() {
    return (long) madeCount * PAGE_BYTES;
  }

  /**
   * Takes from the system what {@code count} more pages need, as far as it may, so that {@link
   * #take} needs nothing of it.
   *
   * @throws OutOfMemoryError when the system has no more; the ring is as it was
   */
  void prepare(long count) {
    long wanted = Math.min(count + usedCount(), mostCount);
    while (madeCount < wanted) {
      addSlab();
    }
  }

  private void addSlab() {
    int slab = madeCount / SLAB_PAGES;
    int pageCount = Math.min(SLAB_PAGES, mostCount - madeCount);
    if (slab == slabs.length) {
      slabs = Arrays.copyOf(slabs, 2 * slab);
    }
    slabs[slab] = arena.allocate((long) pageCount * PAGE_BYTES, ALIGNMENT_BYTES);
    madeCount += pageCount;
  }

  /** A page for the caller alone; there is a free one. Its bytes mean nothing. */
  int take() {
    if (givenBackCount > 0) {
      return givenBack[--givenBackCount];
    }
    prepare(1);
    return touchedCount++;
  }

  /** The caller does not use {@code page} any more. */
  void giveBack(int page) {
    if (givenBackCount == givenBack.length) {
      givenBack = Arrays.copyOf(givenBack, 2 * givenBackCount);
    }
    givenBack[givenBackCount++] = page;
  }

  /** The memory in which {@code page} begins at {@link #offset}. */
  MemorySegment slab(int page) {
    return slabs[page / SLAB_PAGES];
  }

  static long offset(int page) {
    return (long) (page % SLAB_PAGES) * PAGE_BYTES;
  }

  /** Gives everything back to the system; nobody may use a page from now on. */
  @Override
  public void close() {
    arena.close();
  }
}
