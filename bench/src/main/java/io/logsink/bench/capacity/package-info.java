/** How much a store takes: the highest rate at which nothing is lost and little is late. */
@NullMarked
package io.logsink.bench.capacity;

import org.jspecify.annotations.NullMarked;
