package io.logsink.api.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many records matched per stretch of time.
 *
 * @param bucket the length of a stretch
 * @param buckets the stretches that have any, in order of time; unmodifiable
 * @param gaps where damaged records could not be counted, in append order; empty when all were
 */
public record LogHistogram(Duration bucket, List<Bucket> buckets, List<Gap> gaps) {
  /** The most stretches from the first to the last that has any. */
  public static final int MAX_BUCKETS = 10_000;

  /** Copies the lists. */
  public LogHistogram {
    buckets = List.copyOf(buckets);
    gaps = List.copyOf(gaps);
  }

  /** All records counted. */
  public long totalCount() {
    return buckets.stream().mapToLong(Bucket::count).sum();
  }

  /**
   * One stretch of time.
   *
   * @param start when it starts; it ends just before {@code start} plus the bucket's length
   * @param count how many records of that time matched, 1 or more
   */
  public record Bucket(Instant start, long count) {}
}
