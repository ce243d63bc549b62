/** Sinks that do as little as can be done: what no backend can be faster than. */
@NullMarked
package io.logsink.bench.floor;

import org.jspecify.annotations.NullMarked;
