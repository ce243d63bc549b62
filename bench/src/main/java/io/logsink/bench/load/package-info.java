/** A load that does not wait for whom it meets, put through a pipeline into one store. */
@NullMarked
package io.logsink.bench.load;

import org.jspecify.annotations.NullMarked;
