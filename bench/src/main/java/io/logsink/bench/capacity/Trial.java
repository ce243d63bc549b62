package io.logsink.bench.capacity;

/**
 * One try at one rate.
 *
 * @param rate records a second that were to be sent
 * @param verdict what it says
 * @param reachedRate records a second that were sent
 * @param visibleP99Nanos 99 of 100 records were visible within that time
 * @param droppedCount records that were lost though nobody asked for it
 * @param growthNanos how much later records were visible at the end than at the start
 * @param reason why the verdict is what it is, in words
 */
public record Trial(
    double rate,
    Verdict verdict,
    double reachedRate,
    long visibleP99Nanos,
    long droppedCount,
    long growthNanos,
    String reason) {
  boolean held() {
    return verdict == Verdict.HELD;
  }
}
