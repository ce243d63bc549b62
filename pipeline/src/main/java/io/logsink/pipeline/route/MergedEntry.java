package io.logsink.pipeline.route;

import io.logsink.api.query.LogEntry;

/**
 * An entry and where it is from.
 *
 * @param sink the name of the sink that has it
 * @param entry the entry
 */
public record MergedEntry(String sink, LogEntry entry) {}
