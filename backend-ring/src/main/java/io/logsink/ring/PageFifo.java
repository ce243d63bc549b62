package io.logsink.ring;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Bytes that are added at the end and dropped at the beginning, in pages. A place is the number of
 * bytes that were ever added before it, so it stays right whatever is dropped. Guarded by its
 * ring's lock.
 */
final class PageFifo {
  private static final int FIRST_HELD_COUNT = 4;

  private final Pages pages;

  /** The pages, oldest first, from {@link #head} on and around the end; a power of two long. */
  private int[] held = new int[FIRST_HELD_COUNT];

  private int head;
  private int heldCount;
  private long begin;
  private long end;

  PageFifo(Pages pages) {
    this.pages = pages;
  }

  /** The place of the first byte that is there. */
  long begin() {
    return begin;
  }

  /** The place behind the last one. */
  long end() {
    return end;
  }

  boolean isEmpty() {
    return begin == end;
  }

  int pageCount() {
    return heldCount;
  }

  /** Adds {@code bytes} and returns their place. */
  long append(byte[] bytes) {
    long place = end;
    int done = 0;
    while (done < bytes.length) {
      int length = Math.min(bytes.length - done, roomAtEnd());
      int page = pageOf(end);
      MemorySegment.copy(
          bytes, done, pages.slab(page), ValueLayout.JAVA_BYTE, at(page, end), length);
      done += length;
      end += length;
    }
    return place;
  }

  /**
   * Adds {@code length} bytes for {@link #setLong} and returns their place. They do not cross a
   * page when all that is ever added is of this length, a divisor of a page.
   */
  long extend(int length) {
    roomAtEnd();
    end += length;
    return end - length;
  }

  /** The bytes left in the last page, which is a new one when there were none. */
  private int roomAtEnd() {
    int used = (int) (end % Pages.PAGE_BYTES);
    if (used == 0) {
      hold(pages.take());
    }
    return Pages.PAGE_BYTES - used;
  }

  private void hold(int page) {
    if (heldCount == held.length) {
      unroll(2 * heldCount);
    }
    held[(head + heldCount) & (held.length - 1)] = page;
    heldCount++;
  }

  private void unroll(int length) {
    int[] more = new int[length];
    for (int i = 0; i < heldCount; i++) {
      more[i] = held[(head + i) & (held.length - 1)];
    }
    held = more;
    head = 0;
  }

  /** Fills {@code target} from {@code place} on. */
  void read(long place, byte[] target) {
    int done = 0;
    while (done < target.length) {
      long from = place + done;
      int left = Pages.PAGE_BYTES - (int) (from % Pages.PAGE_BYTES);
      int length = Math.min(target.length - done, left);
      int page = pageOf(from);
      MemorySegment.copy(
          pages.slab(page), ValueLayout.JAVA_BYTE, at(page, from), target, done, length);
      done += length;
    }
  }

  /** The number at {@code place}, which does not cross a page. */
  long getLong(long place) {
    int page = pageOf(place);
    return pages.slab(page).get(ValueLayout.JAVA_LONG, at(page, place));
  }

  /** Puts a number at {@code place}, where it does not cross a page. */
  void setLong(long place, long value) {
    int page = pageOf(place);
    pages.slab(page).set(ValueLayout.JAVA_LONG, at(page, place), value);
  }

  private int pageOf(long place) {
    int index = (int) (place / Pages.PAGE_BYTES - begin / Pages.PAGE_BYTES);
    return held[(head + index) & (held.length - 1)];
  }

  private static long at(int page, long place) {
    return Pages.offset(page) + place % Pages.PAGE_BYTES;
  }

  /** Drops what is before {@code place}. */
  void dropBefore(long place) {
    long dropped = place / Pages.PAGE_BYTES - begin / Pages.PAGE_BYTES;
    for (long i = 0; i < dropped; i++) {
      pages.giveBack(held[head]);
      head = (head + 1) & (held.length - 1);
      heldCount--;
    }
    begin = place;
  }

  /** Drops what is from {@code place} on, which is a page's beginning or not the first byte. */
  void dropFrom(long place) {
    long left = (place + Pages.PAGE_BYTES - 1) / Pages.PAGE_BYTES - begin / Pages.PAGE_BYTES;
    while (heldCount > left) {
      heldCount--;
      pages.giveBack(held[(head + heldCount) & (held.length - 1)]);
    }
    end = place;
  }

  /** Drops everything and holds no page any more. Later places are larger than all before. */
  void clear() {
    long next = (end + Pages.PAGE_BYTES - 1) / Pages.PAGE_BYTES * Pages.PAGE_BYTES;
    dropBefore(next);
    end = next;
  }
}
