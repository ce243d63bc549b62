/** Records in a queue of memory-mapped files. */
@NullMarked
package io.logsink.baselines.queue;

import org.jspecify.annotations.NullMarked;
