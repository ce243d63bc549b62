package io.logsink.supervisor;

import io.logsink.api.record.EpochNanos;
import io.logsink.supervisor.ServiceProcess.Output;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads the outputs of a process until it is told that the process has ended. What was printed by
 * then is in the kernel's buffers, so it goes on until these are empty. A process that is left over
 * and still holds an output may go on printing: what it prints from then on nobody asked for, so
 * reading ends at the first moment without bytes, and anyhow after more of them than a terminal or
 * a pipe can hold.
 *
 * <p>Made, run and closed by one thread.
 */
final class OutputPump implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final long MOST_BYTES_AFTER_END = 4L << 20;

  private final List<Output> outputs;
  private final List<LineSplitter> splitters;
  private final InstantSource clock;
  private final LongAdder printedBytes;
  private final Poller poller;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
  private final byte[] bytes = new byte[BUFFER_BYTES];
  private volatile boolean finishing;

  /**
   * A pump, running for nobody yet.
   *
   * @param splitters one for each output
   * @param printedBytes where the bytes are counted
   */
  OutputPump(
      List<Output> outputs,
      List<LineSplitter> splitters,
      InstantSource clock,
      LongAdder printedBytes)
      throws IOException {
    this.outputs = outputs;
    this.splitters = splitters;
    this.clock = clock;
    this.printedBytes = printedBytes;
    this.poller = new Poller(outputs.stream().map(Output::descriptor).toList());
  }

  /** The process has ended; from any thread. */
  void finish() {
    finishing = true;
    poller.wake();
  }

  /** Reads until the end. */
  void run() {
    while (!finishing) {
      poller.await(nanosToFlush());
      long _ = readReady();
      flushDue();
    }
    drain();
    splitters.forEach(splitter -> splitter.end(epochNanos(), System.nanoTime()));
  }

  private void drain() {
    long left = MOST_BYTES_AFTER_END;
    long count;
    do {
      poller.await(0);
      count = readReady();
      left -= count;
    } while (count > 0 && left > 0);
  }

  private long nanosToFlush() {
    long now = System.nanoTime();
    return splitters.stream()
        .filter(LineSplitter::isPending)
        .mapToLong(splitter -> Math.max(0, splitter.flushNanos() - now))
        .min()
        .orElse(-1);
  }

  private void flushDue() {
    long now = System.nanoTime();
    for (LineSplitter splitter : splitters) {
      if (splitter.isPending() && splitter.flushNanos() - now <= 0) {
        splitter.flush(epochNanos(), now);
      }
    }
  }

  private long readReady() {
    long sum = 0;
    for (int i = 0; i < outputs.size(); i++) {
      if (poller.isReady(i)) {
        sum += read(i);
      }
    }
    return sum;
  }

  private int read(int index) {
    int count = Posix.read(outputs.get(index).descriptor(), buffer);
    if (count < 0) {
      poller.forget(index);
      return 0;
    }
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, count);
    printedBytes.add(count);
    splitters.get(index).feed(bytes, count, epochNanos(), System.nanoTime());
    return count;
  }

  private long epochNanos() {
    return EpochNanos.of(clock.instant());
  }

  @Override
  public void close() {
    poller.close();
    arena.close();
  }
}
