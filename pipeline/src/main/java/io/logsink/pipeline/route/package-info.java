/** Several sinks behind one pipeline: which source goes where, and one reader over all of them. */
@NullMarked
package io.logsink.pipeline.route;

import org.jspecify.annotations.NullMarked;
