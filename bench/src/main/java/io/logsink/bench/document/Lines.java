package io.logsink.bench.document;

import java.util.List;

/**
 * How something goes with something else.
 *
 * @param title what it is
 * @param across the axis from left to right
 * @param up the axis from bottom to top
 * @param series a line each
 */
public record Lines(String title, Axis across, Axis up, List<Series> series) implements Chart {
  /** Copies the list. */
  public Lines {
    series = List.copyOf(series);
  }

  @Override
  public boolean isEmpty() {
    return series.stream().allMatch(one -> one.points().isEmpty());
  }

  /**
   * One direction.
   *
   * @param title what goes along it
   * @param unit of its numbers
   * @param logarithmic whether the same distance is the same ratio; numbers under {@code 1} are
   *     then drawn at 1
   */
  public record Axis(String title, Unit unit, boolean logarithmic) {}

  /**
   * A line.
   *
   * @param label what it is called
   * @param points from left to right
   */
  public record Series(String label, List<Point> points) {
    /** Copies the list. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of a line.
   *
   * @param x across
   * @param y up
   */
  public record Point(double x, double y) {}
}
