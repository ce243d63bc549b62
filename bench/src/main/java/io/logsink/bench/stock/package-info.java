/** The lines that a load is made of, in memory before it begins. */
@NullMarked
package io.logsink.bench.stock;

import org.jspecify.annotations.NullMarked;
