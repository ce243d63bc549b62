/** The contract of a LogSink as a test kit that any backend can run. */
@NullMarked
package io.logsink.conformance;

import org.jspecify.annotations.NullMarked;
