/** The {@code logsink} command. */
@NullMarked
package io.logsink.app;

import org.jspecify.annotations.NullMarked;
