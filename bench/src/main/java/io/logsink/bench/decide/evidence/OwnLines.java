package io.logsink.bench.decide.evidence;

import io.logsink.bench.stock.LineStock;

/**
 * Lines that stand for what a producer says.
 *
 * @param stock the lines
 * @param origin where they come from, for people
 */
public record OwnLines(LineStock stock, String origin) {}
