package io.logsink.bench.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a number is on a picture.
 *
 * @param low the lowest number
 * @param high the highest
 * @param logarithmic whether the same distance is the same ratio
 * @param from where {@code low} is
 * @param to where {@code high} is
 */
record Scale(double low, double high, boolean logarithmic, double from, double to) {
  private static final int TICK_COUNT = 5;
  private static final double[] STEPS = {1, 2, 5, 10};

  /** One on which all of {@code values} are, and 0 when it is not logarithmic. */
  static Scale over(List<Double> values, boolean logarithmic, double from, double to) {
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    if (!logarithmic) {
      return new Scale(0, most <= 0 ? 1 : most, false, from, to);
    }
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double low = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
    double high = Math.pow(10, Math.ceil(Math.log10(Math.max(10 * low, most))));
    return new Scale(low, high, true, from, to);
  }

  double at(double value) {
    double share =
        logarithmic
            ? Math.log10(Math.max(low, value) / low) / Math.log10(high / low)
            : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** Round numbers in it, a few. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      for (double tick = low; tick <= high * 1.001; tick *= 10) {
        ticks.add(tick);
      }
    } else {
      double step = step();
      for (int i = 0; low + i * step <= high * 1.000_001; i++) {
        ticks.add(low + i * step);
      }
    }
    return ticks;
  }

  private double step() {
    double least = (high - low) / TICK_COUNT;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * power >= least) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
