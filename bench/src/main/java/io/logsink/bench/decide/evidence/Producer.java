package io.logsink.bench.decide.evidence;

import java.util.Optional;

/**
 * A source and what it brings to the store.
 *
 * @param source its name
 * @param meanRate records a second, on average
 * @param peakRate records of its busiest second, or of the busiest stretch that was measured, a
 *     second
 * @param meanBytes the mean length of a body
 * @param lines what it says, when that is known
 */
public record Producer(
    String source, double meanRate, double peakRate, double meanBytes, Optional<OwnLines> lines) {}
