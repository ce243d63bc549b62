package io.logsink.bench.page;

import io.logsink.bench.document.Lines;
import io.logsink.bench.document.Lines.Axis;
import io.logsink.bench.document.Lines.Point;
import io.logsink.bench.document.Lines.Series;
import io.logsink.bench.document.Unit;
import io.logsink.bench.load.Latency;
import java.util.ArrayList;
import java.util.List;

/**
 * Latencies by percentile, with as much room for the slowest of a thousand as for the slowest of
 * ten: that is where stores differ. For one thread.
 */
final class LatencyChart {
  private static final Axis ACROSS = new Axis("share of the records", Unit.NINES, false);
  private static final Axis UP = new Axis("time", Unit.NANOS, true);

  private final String title;
  private final List<Series> series = new ArrayList<>();

  LatencyChart(String title) {
    this.title = title;
  }

  /** Nothing for what never happened. */
  void add(String label, Latency latency) {
    if (latency.count() > 0) {
      series.add(
          new Series(
              label,
              List.of(
                  at(0.5, latency.p50Nanos()),
                  at(0.9, latency.p90Nanos()),
                  at(0.99, latency.p99Nanos()),
                  at(0.999, latency.p999Nanos()))));
    }
  }

  private static Point at(double share, long nanos) {
    return new Point(-Math.log10(1 - share), nanos);
  }

  Lines lines() {
    return new Lines(title, ACROSS, UP, series);
  }
}
