package io.logsink.supervisor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waits until one of several descriptors can be read, somebody wakes it, or the time is up. Used by
 * the thread that made it; any may wake it.
 *
 * <p>An entry of poll(2) is {@code int fd; short events; short revents}. The first is the reading
 * end of a pipe of its own, into which waking writes.
 */
final class Poller implements AutoCloseable {
  private static final int ENTRY_BYTES = 8;
  private static final int EVENTS_AT = 4;
  private static final int HAPPENED_AT = 6;
  private static final int NOBODY = -1;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment entries;
  private final int count;
  private final int[] wakePipe;
  private boolean closed;

  Poller(List<Integer> descriptors) throws IOException {
    this.count = descriptors.size() + 1;
    this.entries = arena.allocate((long) count * ENTRY_BYTES, ENTRY_BYTES);
    this.wakePipe = Posix.pipe();
    set(0, wakePipe[0]);
    for (int i = 0; i < descriptors.size(); i++) {
      set(i + 1, descriptors.get(i));
    }
  }

  private void set(int entry, int descriptor) {
    entries.set(ValueLayout.JAVA_INT, (long) entry * ENTRY_BYTES, descriptor);
    entries.set(ValueLayout.JAVA_SHORT, (long) entry * ENTRY_BYTES + EVENTS_AT, Posix.POLLIN);
  }

  /** Waits for {@code nanos}; a negative time is without end. */
  void await(long nanos) {
    long millis = nanos < 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(nanos + 999_999);
    Posix.poll(entries, count, (int) Math.min(millis, Integer.MAX_VALUE));
  }

  /** Whether a read of the descriptor would not wait: there are bytes, or nobody to write any. */
  boolean isReady(int index) {
    return entries.get(ValueLayout.JAVA_SHORT, (long) (index + 1) * ENTRY_BYTES + HAPPENED_AT) != 0;
  }

  /** Takes the descriptor out. */
  void forget(int index) {
    set(index + 1, NOBODY);
  }

  /** Ends a wait, also the next one if there is none now, and all after it: it is done once. */
  synchronized void wake() {
    if (!closed) {
      Posix.writeByte(wakePipe[1]);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Posix.close(wakePipe[0]);
      Posix.close(wakePipe[1]);
      arena.close();
    }
  }
}
