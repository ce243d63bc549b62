package io.logsink.bench.report;

import io.logsink.bench.ContenderResult;
import io.logsink.bench.Figure;
import io.logsink.bench.Metric;
import java.util.Optional;

/** A column of the tables. */
enum Column {
  RECORDS(Metric.APPEND_RECORDS, "append", "records/s"),
  BYTES(Metric.APPEND_BYTES, "append", "MB/s"),
  P50(Metric.APPEND_P50, "append", "p50 ms"),
  P99(Metric.APPEND_P99, "append", "p99 ms"),
  BUSY(Metric.NEWEST_BUSY, "newest", "busy ms"),
  QUIET(Metric.NEWEST_QUIET, "newest", "quiet ms"),
  RARE(Metric.WORD_RARE, "word", "rare ms"),
  COMMON(Metric.WORD_COMMON, "word", "common ms"),
  DISK(Metric.DISK, "on disk", "B per B"),
  SEALED(Metric.SEALED, "sealed", "B per B");

  private static final String NONE = "-";

  private final Metric metric;
  private final String above;
  private final String title;

  Column(Metric metric, String above, String title) {
    this.metric = metric;
    this.above = above;
    this.title = title;
  }

  /** What it belongs to, in the line above the title. */
  String above() {
    return above;
  }

  String title() {
    return title;
  }

  /** The median. */
  String median(ContenderResult result) {
    return figure(result).map(figure -> Digits.of(metric, figure.median())).orElse(NONE);
  }

  /** From the lowest to the highest round; nothing for what is measured once. */
  String range(ContenderResult result) {
    return figure(result).filter(figure -> figure.rounds().size() > 1).map(this::range).orElse("");
  }

  private String range(Figure figure) {
    return Digits.of(metric, figure.min()) + "-" + Digits.of(metric, figure.max());
  }

  private Optional<Figure> figure(ContenderResult result) {
    return result.figure(metric);
  }
}
