/** What the baselines share that keep records whole: a sink over a store of entries. */
@NullMarked
package io.logsink.baselines.entry;

import org.jspecify.annotations.NullMarked;
