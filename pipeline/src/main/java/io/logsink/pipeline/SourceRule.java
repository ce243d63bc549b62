package io.logsink.pipeline;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import java.time.Duration;

/**
 * How the records of some sources are treated. A record is <i>urgent</i> when it is of severity
 * WARN or above.
 *
 * @param sources the glob of the sources it is for, {@code pty:*}
 * @param overflow what a source gives up when the pipeline is full
 * @param blockTime how long {@link Overflow#BLOCK} waits, 1 min at most
 * @param coalesceWindow how long a repeated line is held back to be merged with its next repeat;
 *     zero merges nothing
 * @param coalesceKeyCount how many different lines are remembered for that, 1 to 10,000
 * @param rate the limit for records that are not urgent
 * @param urgentRate the limit for urgent records, which never take from the other
 * @param sampleOneOf one of so many records that are not urgent is kept, 1 or more
 * @param tailRecordCount how many of the source's last lines are kept whatever rate and sampling
 *     say, 0 to 1,000
 */
public record SourceRule(
    String sources,
    Overflow overflow,
    Duration blockTime,
    Duration coalesceWindow,
    int coalesceKeyCount,
    RateLimit rate,
    RateLimit urgentRate,
    int sampleOneOf,
    int tailRecordCount) {
  private static final Duration MOST_BLOCK_TIME = Duration.ofMinutes(1);
  private static final Duration MOST_WINDOW = Duration.ofHours(1);

  /** Every source; drops its oldest, reduces nothing. */
  public static final SourceRule DEFAULT =
      new SourceRule(
          "*",
          Overflow.DROP_OLDEST,
          Duration.ofSeconds(1),
          Duration.ZERO,
          100,
          RateLimit.NONE,
          RateLimit.NONE,
          1,
          20);

  /** Checks the values. */
  public SourceRule {
    if (sources.isEmpty()) {
      throw new InvalidSettingException("sources", "\"\"", "a glob such as pty:*");
    }
    require("blockTime", blockTime, MOST_BLOCK_TIME);
    require("coalesceWindow", coalesceWindow, MOST_WINDOW);
    require("coalesceKeyCount", coalesceKeyCount, 1, 10_000);
    require("sampleOneOf", sampleOneOf, 1, 1_000_000);
    require("tailRecordCount", tailRecordCount, 0, 1_000);
  }

  private static void require(String field, Duration value, Duration most) {
    if (value.isNegative() || value.compareTo(most) > 0) {
      throw new InvalidSettingException(field, value, "0 to " + most);
    }
  }

  private static void require(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidSettingException(field, value, least + " to " + most);
    }
  }

  /** These defaults for other sources. */
  public SourceRule withSources(String other) {
    return new SourceRule(
        other,
        overflow,
        blockTime,
        coalesceWindow,
        coalesceKeyCount,
        rate,
        urgentRate,
        sampleOneOf,
        tailRecordCount);
  }

  /** This rule with another overflow policy. */
  public SourceRule withOverflow(Overflow other, Duration otherBlockTime) {
    return new SourceRule(
        sources,
        other,
        otherBlockTime,
        coalesceWindow,
        coalesceKeyCount,
        rate,
        urgentRate,
        sampleOneOf,
        tailRecordCount);
  }

  /** This rule with other merging of repeats. */
  public SourceRule withCoalescing(Duration otherWindow, int otherKeyCount) {
    return new SourceRule(
        sources,
        overflow,
        blockTime,
        otherWindow,
        otherKeyCount,
        rate,
        urgentRate,
        sampleOneOf,
        tailRecordCount);
  }

  /** This rule with other limits. */
  public SourceRule withRates(RateLimit other, RateLimit otherUrgent) {
    return new SourceRule(
        sources,
        overflow,
        blockTime,
        coalesceWindow,
        coalesceKeyCount,
        other,
        otherUrgent,
        sampleOneOf,
        tailRecordCount);
  }

  /** This rule with another sampling, and another count of last lines that it spares. */
  public SourceRule withSampling(int otherOneOf, int otherTailRecordCount) {
    return new SourceRule(
        sources,
        overflow,
        blockTime,
        coalesceWindow,
        coalesceKeyCount,
        rate,
        urgentRate,
        otherOneOf,
        otherTailRecordCount);
  }

  boolean isFor(Source source) {
    return SourceGlob.of(sources).matches(source);
  }

  boolean coalesces() {
    return coalesceWindow.isPositive();
  }

  boolean reduces() {
    return coalesces() || rate.limits() || urgentRate.limits() || sampleOneOf > 1;
  }
}
