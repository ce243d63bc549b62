package io.logsink.bench.decide.layout;

import java.time.Duration;
import java.util.Locale;

/** Writes amounts for sentences. */
public final class Amounts {
  private static final double FEW = 10;
  private static final double LEAST_SHARE = 0.001;
  private static final double NANOS_PER_MILLI = 1e6;

  private Amounts() {}

  /** {@code 1,200 records/s}. */
  public static String rate(double perSecond) {
    return number(perSecond) + " records/s";
  }

  /** With a digit behind the point where there are few before it. */
  public static String number(double value) {
    String text = String.format(Locale.ROOT, value < FEW && value > 0 ? "%,.1f" : "%,.0f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** {@code 3.5 times}. */
  public static String times(double factor) {
    return Double.isInfinite(factor) ? "without limit" : number(factor) + " times";
  }

  /** {@code 12 %}. */
  public static String percent(double share) {
    if (share > 0 && share < LEAST_SHARE) {
      return "less than 0.1 %";
    }
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  /** {@code 8.30 ms}. */
  public static String time(Duration time) {
    return String.format(Locale.ROOT, "%,.2f ms", time.toNanos() / NANOS_PER_MILLI);
  }

  /** {@code 4.2 GB}, of powers of ten. */
  public static String size(double bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    int unit = 0;
    double amount = bytes;
    while (amount >= 1_000 && unit < units.length - 1) {
      amount /= 1_000;
      unit++;
    }
    return number(amount) + " " + units[unit];
  }
}
