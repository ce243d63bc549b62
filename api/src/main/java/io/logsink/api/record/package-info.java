/**
 * What a log record is: source, severity, times, a body of bytes and typed attributes, all
 * immutable values.
 */
@NullMarked
package io.logsink.api.record;

import org.jspecify.annotations.NullMarked;
