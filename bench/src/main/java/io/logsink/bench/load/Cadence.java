package io.logsink.bench.load;

/**
 * When the records of one lane are due, as nanoseconds since the load began. It can be asked both
 * ways, so that the time a record is due is at the same time its name: a stored record tells by its
 * timestamp which one it is, and nothing has to be added to it that would be measured too.
 *
 * <p>Steady records are due at even nanoseconds and those of bursts at odd ones, so that the two
 * lanes of one source never share a name.
 */
sealed interface Cadence {
  /** When the record with that running number, 0 or more, is due; later for each next one. */
  long dueNanos(long number);

  /** Which record is due at exactly {@code nanos}; -1 when none is. */
  long numberAt(long nanos);

  /** How many are due before {@code nanos}. */
  long countBefore(long nanos);

  /**
   * One after the other.
   *
   * @param rate records a second, more than 0
   */
  record Steady(double rate) implements Cadence {
    private static final double HALF_SECOND_NANOS = 5e8;

    @Override
    public long dueNanos(long number) {
      return 2 * (long) (number * HALF_SECOND_NANOS / rate);
    }

    @Override
    public long numberAt(long nanos) {
      long number = countBefore(nanos);
      return nanos >= 0 && dueNanos(number) == nanos ? number : -1;
    }

    @Override
    public long countBefore(long nanos) {
      long count = Math.max(0, Math.round(nanos * rate / (2 * HALF_SECOND_NANOS)));
      while (dueNanos(count) < nanos) {
        count++;
      }
      while (count > 0 && dueNanos(count - 1) >= nanos) {
        count--;
      }
      return count;
    }
  }

  /**
   * All at once from time to time; the first half an interval after the start.
   *
   * @param size records of a burst, 1 or more
   * @param everyNanos the time from one to the next, a multiple of four
   */
  record Bursts(int size, long everyNanos) implements Cadence {
    private static final int STEP = 4;

    /** Checks that a burst is over before the next. */
    public Bursts {
      if (2L * size + 2 >= everyNanos) {
        throw new IllegalArgumentException(
            "a burst of %d records each %d ns is more than one record each 2 ns"
                .formatted(size, everyNanos));
      }
    }

    /** So many records each so often. */
    static Bursts of(int size, double everyNanos) {
      return new Bursts(size, STEP * Math.round(everyNanos / STEP));
    }

    @Override
    public long dueNanos(long number) {
      return startNanos(number / size) + 2 * (number % size) + 1;
    }

    @Override
    public long numberAt(long nanos) {
      long number = countBefore(nanos);
      return dueNanos(number) == nanos ? number : -1;
    }

    @Override
    public long countBefore(long nanos) {
      if (nanos <= startNanos(0)) {
        return 0;
      }
      long burst = (nanos - startNanos(0)) / everyNanos;
      long ofBurst = (nanos - startNanos(burst)) / 2;
      return burst * size + Math.min(ofBurst, size);
    }

    private long startNanos(long burst) {
      return burst * everyNanos + everyNanos / 2;
    }
  }
}
