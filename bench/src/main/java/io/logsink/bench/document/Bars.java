package io.logsink.bench.document;

import java.util.List;

/**
 * A bar for each figure, with its interval as a whisker.
 *
 * @param title what they are
 * @param unit of all of them
 * @param moreIsBetter whether the longer bar is the better one
 * @param bars from top to bottom
 */
public record Bars(String title, Unit unit, boolean moreIsBetter, List<Range> bars)
    implements Chart {
  /** Copies the list. */
  public Bars {
    bars = List.copyOf(bars);
  }

  @Override
  public boolean isEmpty() {
    return bars.isEmpty();
  }

  /** A figure and its interval in words. */
  String text(Range range) {
    return range.low() == range.high()
        ? unit.text(range.value())
        : "%s (%s to %s)"
            .formatted(unit.text(range.value()), unit.text(range.low()), unit.text(range.high()));
  }
}
