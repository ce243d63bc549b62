/** File appenders of logging libraries: lines of text, and nothing to read with. */
@NullMarked
package io.logsink.baselines.appender;

import org.jspecify.annotations.NullMarked;
