/** What the pipeline's reducers leave of real logs. */
@NullMarked
package io.logsink.bench.reduction;

import org.jspecify.annotations.NullMarked;
