/** What a store costs beside time: disk, processor, memory, and what happens at bad moments. */
@NullMarked
package io.logsink.bench.cost;

import org.jspecify.annotations.NullMarked;
