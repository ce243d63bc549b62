/**
 * What the sinks that keep files share: time windows, the block codec, the directory lock and the
 * sequence.
 */
@NullMarked
package io.logsink.storage;

import org.jspecify.annotations.NullMarked;
