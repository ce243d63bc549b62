package io.logsink.bench.page;

import io.logsink.bench.load.Latency;
import java.time.Duration;
import java.util.Locale;

/** Writes what more than one page has. */
final class Words {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int LARGE = 100;

  private Words() {}

  static String rate(double perSecond) {
    return String.format(
        Locale.ROOT, perSecond < LARGE ? "%,.1f records/s" : "%,.0f records/s", perSecond);
  }

  static String millis(long nanos) {
    double millis = nanos / NANOS_PER_MILLI;
    return String.format(Locale.ROOT, millis < LARGE ? "%,.2f" : "%,.0f", millis);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", LARGE * share);
  }

  /** The 99th percentile with its unit; a dash where nothing was measured. */
  static String p99(Latency latency) {
    return latency.count() == 0 ? "-" : millis(latency.p99Nanos()) + " ms";
  }

  static String time(Duration time) {
    return time.toMinutes() > 0 && time.toSecondsPart() == 0
        ? time.toMinutes() + " min"
        : String.format(Locale.ROOT, "%.4g s", time.toMillis() / 1e3);
  }
}
