package io.logsink.bench.load;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.bench.load.Schedule.Lanes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What became of the records of one source as its sink tells it: which were stored, when they could
 * be read, when they were durable. Guarded by {@link Arrivals}.
 */
final class Track {
  private static final int FIRST_CAPACITY = 1_024;

  final Source source;
  final Numbers stored;
  final Stopwatch visible = new Stopwatch();

  /** The same of the first and of the last quarter of what is measured. */
  final Stopwatch early = new Stopwatch();

  final Stopwatch late = new Stopwatch();
  final Stopwatch durable = new Stopwatch();
  private long[] pendingNanos = new long[FIRST_CAPACITY];
  private int pendingCount;

  Track(Source source, Lanes lanes) {
    this.source = source;
    this.stored = new Numbers(lanes);
  }

  void addPending(long dueNanos) {
    if (pendingCount == pendingNanos.length) {
      pendingNanos = Arrays.copyOf(pendingNanos, 2 * pendingCount);
    }
    pendingNanos[pendingCount++] = dueNanos;
  }

  /** What was pending, by when it was due. */
  LongStream pendingNanos() {
    return Arrays.stream(pendingNanos, 0, pendingCount);
  }

  void clearPending() {
    pendingCount = 0;
  }

  /** A set of records of one source. */
  static final class Numbers {
    private final Optional<Lane> steady;
    private final Optional<Lane> bursts;
    private final BitSet ofSteady = new BitSet();
    private final BitSet ofBursts = new BitSet();
    private long twiceCount;
    private long strangeCount;

    Numbers(Lanes lanes) {
      steady = lanes.steady();
      bursts = lanes.bursts();
    }

    Numbers(Numbers like) {
      steady = like.steady;
      bursts = like.bursts;
    }

    /** Adds the record that was due then. */
    void add(long dueNanos) {
      boolean even = (dueNanos & 1) == 0;
      add(even ? steady : bursts, even ? ofSteady : ofBursts, dueNanos);
    }

    private void add(Optional<Lane> lane, BitSet numbers, long dueNanos) {
      long number = lane.isEmpty() ? -1 : lane.get().cadence().numberAt(dueNanos);
      if (number < 0 || number >= lane.orElseThrow().count()) {
        strangeCount++;
      } else if (numbers.get((int) number)) {
        twiceCount++;
      } else {
        numbers.set((int) number);
      }
    }

    long count() {
      return (long) ofSteady.cardinality() + ofBursts.cardinality();
    }

    /** How often one came that was there. */
    long twiceCount() {
      return twiceCount;
    }

    /** How often one came that was never sent. */
    long strangeCount() {
      return strangeCount;
    }

    /** How many are here and not in {@code other}. */
    long countWithout(Numbers other) {
      return countWithout(ofSteady, other.ofSteady) + countWithout(ofBursts, other.ofBursts);
    }

    private static long countWithout(BitSet numbers, BitSet other) {
      BitSet rest = (BitSet) numbers.clone();
      rest.andNot(other);
      return rest.cardinality();
    }
  }

  /** When {@code record} was due, since the load began. */
  static long dueNanos(LogRecord record, Origin origin) {
    return record.timestampNanos() - origin.epochNanos();
  }
}
