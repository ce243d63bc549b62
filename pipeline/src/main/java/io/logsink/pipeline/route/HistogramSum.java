package io.logsink.pipeline.route;

import io.logsink.api.query.Gap;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogHistogram.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Adds up the histograms of several sinks. For one thread. */
final class HistogramSum {
  private final Duration bucket;
  private final TreeMap<Instant, Long> counts = new TreeMap<>();
  private final List<Gap> gaps = new ArrayList<>();

  HistogramSum(Duration bucket) {
    this.bucket = bucket;
  }

  void add(String sink, LogHistogram histogram) {
    histogram.buckets().forEach(one -> counts.merge(one.start(), one.count(), Long::sum));
    histogram.gaps().forEach(gap -> gaps.add(of(sink, gap)));
    requireFewBuckets();
  }

  private static Gap of(String sink, Gap gap) {
    String detail = gap.detail().isEmpty() ? sink : sink + ": " + gap.detail();
    return new Gap(gap.firstSequence(), gap.lastSequence(), gap.cause(), detail);
  }

  /** Each sink's own are few enough, but sinks may be of different times. */
  private void requireFewBuckets() {
    long count =
        counts.isEmpty()
            ? 0
            : Duration.between(counts.firstKey(), counts.lastKey()).dividedBy(bucket) + 1;
    if (count > LogHistogram.MAX_BUCKETS) {
      throw new IllegalArgumentException(
          "a histogram has at most %d buckets and that of all sinks would have %d; ask for longer ones or a shorter time"
              .formatted(LogHistogram.MAX_BUCKETS, count));
    }
  }

  LogHistogram build() {
    List<Bucket> buckets = new ArrayList<>(counts.size());
    counts.forEach((start, count) -> buckets.add(new Bucket(start, count)));
    return new LogHistogram(bucket, buckets, gaps);
  }
}
