package io.logsink.bench.capacity;

import java.util.Locale;

/** Writes amounts for sentences. */
final class Amounts {
  private static final double NANOS_PER_MILLI = 1e6;

  private Amounts() {}

  static String whole(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f records/s", perSecond);
  }

  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.1f ms", nanos / NANOS_PER_MILLI);
  }
}
