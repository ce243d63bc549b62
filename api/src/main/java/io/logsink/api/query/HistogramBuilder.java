package io.logsink.api.query;

import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts records into a {@link LogHistogram}: applies the exact predicate. For backend writers. For
 * one thread.
 */
public final class HistogramBuilder {
  private static final Duration LEAST_BUCKET = Duration.ofMillis(1);
  private static final Duration LARGEST_BUCKET = Duration.ofDays(36_500);

  private final RecordPredicate predicate;
  private final Duration bucket;
  private final long bucketNanos;
  private final TreeMap<Long, Long> countByIndex = new TreeMap<>();
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * A builder that counts what {@code filter} matches.
   *
   * @throws IllegalArgumentException when {@code bucket} is under a millisecond or over 100 years
   */
  public HistogramBuilder(LogFilter filter, Duration bucket) {
    if (bucket.compareTo(LEAST_BUCKET) < 0 || bucket.compareTo(LARGEST_BUCKET) > 0) {
      throw new IllegalArgumentException(
          "a histogram's bucket must be 1 ms to 100 years, not " + bucket);
    }
    this.predicate = filter.predicate();
    this.bucket = bucket;
    this.bucketNanos = bucket.toNanos();
  }

  /**
   * Takes a record, whether it matches or not.
   *
   * @throws IllegalArgumentException when there are now too many stretches
   */
  public void offer(LogRecord record) {
    if (predicate.test(record)) {
      countByIndex.merge(Math.floorDiv(record.timestampNanos(), bucketNanos), 1L, Long::sum);
      requireFewBuckets();
    }
  }

  private void requireFewBuckets() {
    long count = countByIndex.lastKey() - countByIndex.firstKey() + 1;
    if (count > LogHistogram.MAX_BUCKETS) {
      throw new IllegalArgumentException(
          "a histogram has at most %d buckets and this one would have %d; ask for longer ones or a shorter time"
              .formatted(LogHistogram.MAX_BUCKETS, count));
    }
  }

  /** Notes that damaged records could not be counted. */
  public void gap(Gap gap) {
    gaps.add(gap);
  }

  /** The histogram. */
  public LogHistogram build() {
    List<LogHistogram.Bucket> buckets = new ArrayList<>(countByIndex.size());
    countByIndex.forEach((index, count) ->
        buckets.add(new LogHistogram.Bucket(EpochNanos.toInstant(index * bucketNanos), count)));
    return new LogHistogram(bucket, buckets, gaps);
  }
}
