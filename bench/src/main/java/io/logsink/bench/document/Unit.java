package io.logsink.bench.document;

import java.util.Locale;

/** How a number is written for people: three digits that count, for more would be noise. */
public enum Unit {
  /** Records. */
  RECORDS(""),
  /** Records in a second. */
  RECORDS_PER_SECOND("/s"),
  /** Bytes. */
  BYTES("B"),
  /** Bytes in a second. */
  BYTES_PER_SECOND("B/s"),
  /** Nanoseconds. */
  NANOS("s"),
  /** Seconds. */
  SECONDS(" s"),
  /** How many times as much. */
  TIMES("x"),
  /** A share of something, as the negative decimal logarithm of what is missing: 2 is 99 %. */
  NINES("");

  private static final String[] LARGE = {"", "k", "M", "G", "T"};
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double THOUSAND = 1_000;

  private final String suffix;

  Unit(String suffix) {
    this.suffix = suffix;
  }

  /** What JMH calls it, as far as it has a word. */
  String jmhName() {
    return switch (this) {
      case RECORDS_PER_SECOND -> "ops/s";
      case NANOS -> "ns/op";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }

  /** The number with its unit. */
  String text(double value) {
    return switch (this) {
      case NANOS -> time(value);
      case NINES -> percent(value);
      case BYTES, BYTES_PER_SECOND -> large(value, " ") + suffix;
      case SECONDS, TIMES -> digits(value) + suffix;
      default -> large(value, "") + suffix;
    };
  }

  private static String large(double value, String space) {
    double rest = value;
    int power = 0;
    while (Math.abs(rest) >= THOUSAND && power < LARGE.length - 1) {
      rest /= THOUSAND;
      power++;
    }
    return digits(rest) + space + LARGE[power];
  }

  private static String time(double nanos) {
    if (nanos < THOUSAND) {
      return digits(nanos) + " ns";
    }
    if (nanos < THOUSAND * THOUSAND) {
      return digits(nanos / THOUSAND) + " µs";
    }
    return nanos < NANOS_PER_SECOND
        ? digits(nanos / (THOUSAND * THOUSAND)) + " ms"
        : digits(nanos / NANOS_PER_SECOND) + " s";
  }

  private static String percent(double nines) {
    double missing = 100 * Math.pow(10, -nines);
    int places = Math.max(0, (int) Math.ceil(nines) - 2);
    return String.format(Locale.ROOT, "%." + places + "f %%", 100 - missing);
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < THOUSAND) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (size >= 99.95) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (size >= 9.995) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    return String.format(Locale.ROOT, size >= 0.9995 ? "%.2f" : "%.3f", value);
  }
}
