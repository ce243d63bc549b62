package io.logsink.bench.report;

import io.logsink.bench.Metric;
import java.util.Locale;

/** Writes figures with three digits that count: more would be noise. */
public final class Digits {
  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;

  private Digits() {}

  /** The figure in the unit of its column, without the unit. */
  static String of(Metric metric, double value) {
    return switch (metric.unit()) {
      case PER_SECOND -> count(value);
      case BYTES_PER_SECOND -> three(value / MEGA);
      case NANOS -> three(value / NANOS_PER_MILLI);
      case RATIO -> three(value);
    };
  }

  /** The figure with its unit. */
  static String withUnit(Metric metric, double value) {
    return of(metric, value)
        + switch (metric.unit()) {
          case PER_SECOND -> " records/s";
          case BYTES_PER_SECOND -> " MB/s";
          case NANOS -> " ms";
          case RATIO -> " bytes on disk per byte";
        };
  }

  private static String count(double value) {
    if (value >= MEGA) {
      return three(value / MEGA) + "M";
    }
    return value >= KILO ? three(value / KILO) + "k" : three(value);
  }

  /** A figure of 0 or more. */
  public static String three(double value) {
    if (value >= 99.95) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (value >= 9.995) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    return String.format(Locale.ROOT, value >= 0.9995 ? "%.2f" : "%.3f", value);
  }

  /** A whole number with separators. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
