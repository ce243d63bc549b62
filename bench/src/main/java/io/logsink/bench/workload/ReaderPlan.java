package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Tokens;
import java.time.Duration;

/**
 * One reader. It asks on a schedule; what it asks late it waited for.
 *
 * @param kind what it asks for
 * @param every the time from one question to the next, 1 ms to 1 day
 * @param sources a glob of the sources that it looks at
 * @param limit the most records of an answer, 1 to 10,000
 * @param pageCount how many pages {@link ReaderKind#PAGE_BACK} goes back, 1 or more
 * @param words what {@link ReaderKind#WORDS} looks for
 * @param within how far back words and histograms look
 * @param bucket the stretch of a {@link ReaderKind#HISTOGRAM}, of which there are 10,000 at most
 */
public record ReaderPlan(
    ReaderKind kind,
    Duration every,
    String sources,
    int limit,
    int pageCount,
    String words,
    Duration within,
    Duration bucket) {
  /** The newest 200 records of all sources, each second. */
  public static final ReaderPlan DEFAULT =
      new ReaderPlan(
          ReaderKind.NEWEST,
          Duration.ofSeconds(1),
          "*",
          200,
          5,
          "error",
          Duration.ofHours(1),
          Duration.ofMinutes(1));

  /** Checks the values. */
  public ReaderPlan {
    requireTime("every", every);
    requireTime("within", within);
    requireTime("bucket", bucket);
    if (sources.isEmpty()) {
      throw new InvalidSettingException("sources", "\"\"", "a glob such as pty:*");
    }
    if (limit < 1 || limit > LogQuery.MAX_LIMIT) {
      throw new InvalidSettingException("limit", limit, "1 to " + LogQuery.MAX_LIMIT);
    }
    if (pageCount < 1) {
      throw new InvalidSettingException("pageCount", pageCount, "1 or more");
    }
    if (Tokens.of(words).isEmpty()) {
      throw new InvalidSettingException("words", '"' + words + '"', "one word or more");
    }
    if (within.dividedBy(bucket) >= LogHistogram.MAX_BUCKETS) {
      throw new InvalidSettingException(
          "bucket", bucket, "more than a %dth of within".formatted(LogHistogram.MAX_BUCKETS));
    }
  }

  private static void requireTime(String field, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSettingException(field, value, "1 ms to 1 day");
    }
  }

  /** The default reader of another kind. */
  public static ReaderPlan of(ReaderKind kind) {
    return DEFAULT.withKind(kind);
  }

  /** This reader asking for something else. */
  public ReaderPlan withKind(ReaderKind other) {
    return new ReaderPlan(other, every, sources, limit, pageCount, words, within, bucket);
  }

  /** This reader on another schedule. */
  public ReaderPlan withEvery(Duration other) {
    return new ReaderPlan(kind, other, sources, limit, pageCount, words, within, bucket);
  }

  /** This reader for other sources. */
  public ReaderPlan withSources(String other) {
    return new ReaderPlan(kind, every, other, limit, pageCount, words, within, bucket);
  }
}
