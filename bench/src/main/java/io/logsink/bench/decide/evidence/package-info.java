/** What is known of producers, stores and machines, as it was measured. */
@NullMarked
package io.logsink.bench.decide.evidence;

import org.jspecify.annotations.NullMarked;
