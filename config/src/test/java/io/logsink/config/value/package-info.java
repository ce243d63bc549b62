/** Tests of how values are written. */
@NullMarked
package io.logsink.config.value;

import org.jspecify.annotations.NullMarked;
