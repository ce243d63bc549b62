/** Which source goes to which store, what the stores hold, and whether that is enough. */
@NullMarked
package io.logsink.bench.decide.layout;

import org.jspecify.annotations.NullMarked;
