/**
 * The {@code ring} backend: the newest records in memory, written to a snapshot from time to time.
 */
@NullMarked
package io.logsink.ring;

import org.jspecify.annotations.NullMarked;
