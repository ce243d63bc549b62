/** Starts the {@code logsink} command on a JDK that can run it. */
@NullMarked
package io.logsink.launcher;

import org.jspecify.annotations.NullMarked;
