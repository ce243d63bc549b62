/** One HOCON file to validated settings to opened sinks and the pipeline into them. */
@NullMarked
package io.logsink.config;

import org.jspecify.annotations.NullMarked;
