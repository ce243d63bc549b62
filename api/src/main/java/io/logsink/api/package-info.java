/**
 * The contract between producers, sinks and readers. Backend writers start at {@link
 * io.logsink.api.LogSinkBackend}, everybody else at {@link io.logsink.api.LogSink}. The numbered
 * clauses behind these types are in {@code docs/contract.md}.
 */
@NullMarked
package io.logsink.api;

import org.jspecify.annotations.NullMarked;
