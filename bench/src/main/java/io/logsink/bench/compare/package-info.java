/**
 * Comparisons that can be believed: interleaved rounds, intervals, and the noise measured first.
 */
@NullMarked
package io.logsink.bench.compare;

import org.jspecify.annotations.NullMarked;
