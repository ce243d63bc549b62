package io.logsink.bench.load;

import io.logsink.bench.workload.ReaderPlan;
import org.jspecify.annotations.Nullable;

/**
 * How a reader fared.
 *
 * @param plan what it asked
 * @param able whether the sink can be asked such; when not, the rest is zero
 * @param askedCount how often it asked, warm-up included
 * @param missedCount how often it did not, because it was still waiting when the load ended
 * @param recordCount how many records it got or had counted
 * @param answered the time to an answer, from when the question was due
 * @param service the same from when it was asked, failures included
 * @param failed the time to an exception, from when the question was due
 * @param lastFailure the last exception, or null
 */
public record ReaderResult(
    ReaderPlan plan,
    boolean able,
    long askedCount,
    long missedCount,
    long recordCount,
    Latency answered,
    Latency service,
    Latency failed,
    @Nullable String lastFailure) {
  static ReaderResult notAble(ReaderPlan plan) {
    return new ReaderResult(plan, false, 0, 0, 0, Latency.NONE, Latency.NONE, Latency.NONE, null);
  }
}
