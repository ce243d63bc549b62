package io.logsink.bench.load;

import java.time.Duration;

/**
 * How a load stood at one moment; counts are since it began, of the workload's own sources.
 *
 * @param elapsed when, since it began
 * @param emittedCount records that were emitted
 * @param storedCount records that the sink acknowledged
 * @param lostCount records that were lost, for whatever reason
 * @param inFlightCount records without a fate
 * @param weightBytes what those take of the pipeline's bound
 * @param storeBytes what the store takes
 */
public record Moment(
    Duration elapsed,
    long emittedCount,
    long storedCount,
    long lostCount,
    long inFlightCount,
    long weightBytes,
    long storeBytes) {}
