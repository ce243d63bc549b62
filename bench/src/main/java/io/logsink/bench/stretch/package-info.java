/** Stretches of appends as fast as they go, and what they take of the machine. */
@NullMarked
package io.logsink.bench.stretch;

import org.jspecify.annotations.NullMarked;
