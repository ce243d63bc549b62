/** Records under their sequences in key-value stores. */
@NullMarked
package io.logsink.baselines.keyvalue;

import org.jspecify.annotations.NullMarked;
