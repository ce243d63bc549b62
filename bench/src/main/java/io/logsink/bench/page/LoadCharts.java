package io.logsink.bench.page;

import io.logsink.bench.document.Lines;
import io.logsink.bench.document.Lines.Axis;
import io.logsink.bench.document.Lines.Point;
import io.logsink.bench.document.Lines.Series;
import io.logsink.bench.document.Unit;
import io.logsink.bench.document.Waterfall;
import io.logsink.bench.document.Waterfall.Step;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.Moment;
import io.logsink.pipeline.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The pictures of a load. */
record LoadCharts(LoadResult result) {
  private static final Axis TIME = new Axis("since the load began", Unit.SECONDS, false);
  private static final double NANOS = 1e9;

  Lines latencies() {
    LatencyChart chart = new LatencyChart("How long it took, by percentile");
    chart.add("accepted", result.sent().accepted());
    chart.add("visible", result.visible());
    result.durable().ifPresent(durable -> chart.add("durable", durable));
    chart.add("append of a batch", result.calls().appends());
    return chart.lines();
  }

  /** What each fate but the last took of what was emitted, warm-up included. */
  Waterfall fates() {
    return new Waterfall(
        "From emitted to stored, in records",
        Unit.RECORDS,
        new Step("emitted", count(Stream.of(Fate.values()))),
        Stream.of(Fate.values())
            .filter(fate -> fate != Fate.STORED)
            .map(fate -> new Step(fate.word(), count(Stream.of(fate))))
            .filter(step -> step.amount() > 0)
            .toList(),
        Fate.STORED.word());
  }

  private double count(Stream<Fate> fates) {
    return fates.mapToLong(this::count).sum();
  }

  private long count(Fate fate) {
    return result.sources().values().stream()
        .mapToLong(source -> source.stats().with(fate).recordCount())
        .sum();
  }

  Lines rates() {
    return new Lines(
        "Records a second",
        TIME,
        new Axis("records/s", Unit.RECORDS_PER_SECOND, false),
        List.of(
            new Series("emitted", rate(Moment::emittedCount)),
            new Series("stored", rate(Moment::storedCount)),
            new Series("lost", rate(Moment::lostCount))));
  }

  private List<Point> rate(ToLongFunction<Moment> count) {
    List<Point> points = new ArrayList<>();
    List<Moment> all = result.timeline();
    for (int i = 1; i < all.size(); i++) {
      Duration time = all.get(i).elapsed().minus(all.get(i - 1).elapsed());
      if (time.isPositive()) {
        long more = count.applyAsLong(all.get(i)) - count.applyAsLong(all.get(i - 1));
        points.add(new Point(seconds(all.get(i)), more * NANOS / time.toNanos()));
      }
    }
    return points;
  }

  Lines inFlight() {
    return over("What waits in the pipeline", "of the bound", Moment::weightBytes);
  }

  Lines sizes() {
    return over("Size of the store", "files", Moment::storeBytes);
  }

  private Lines over(String title, String label, ToLongFunction<Moment> bytes) {
    List<Point> points =
        result.timeline().stream()
            .map(moment -> new Point(seconds(moment), bytes.applyAsLong(moment)))
            .toList();
    return new Lines(
        title, TIME, new Axis("bytes", Unit.BYTES, false), List.of(new Series(label, points)));
  }

  private static double seconds(Moment moment) {
    return moment.elapsed().toNanos() / NANOS;
  }
}
