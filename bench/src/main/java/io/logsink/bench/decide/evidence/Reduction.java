package io.logsink.bench.decide.evidence;

import io.logsink.pipeline.SourceRule;

/**
 * What a rule leaves of a source.
 *
 * @param rule the rule, for that source alone
 * @param peakShare the share of its records that are left at its peak, 0 to 1
 * @param byteShare the same of the bytes of bodies
 * @param meanShare the same of its records on average
 * @param evidence how that is known, for people
 */
public record Reduction(
    SourceRule rule, double peakShare, double byteShare, double meanShare, String evidence) {}
