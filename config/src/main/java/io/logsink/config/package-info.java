/** One HOCON file to validated settings to an opened LogSink. */
@NullMarked
package io.logsink.config;

import org.jspecify.annotations.NullMarked;
