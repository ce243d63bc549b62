/** Measures the backends with real lines and compares them. */
@NullMarked
package io.logsink.bench;

import org.jspecify.annotations.NullMarked;
