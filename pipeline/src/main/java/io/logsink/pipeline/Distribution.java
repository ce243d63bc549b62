package io.logsink.pipeline;

/**
 * How some measure is spread. The percentiles are the upper ends of buckets, at most an eighth
 * above the true value; the largest is exact.
 *
 * @param count how many values
 * @param mean their mean, or 0
 * @param p50 half of them are not above this
 * @param p90 nine of ten are not above this
 * @param p99 99 of 100 are not above this
 * @param max the largest, or 0
 */
public record Distribution(long count, double mean, long p50, long p90, long p99, long max) {}
