package io.logsink.server;

import io.logsink.pipeline.LogEmitter;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.route.MergedReader;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What a server serves. All of it is used from many threads, and stays the caller's, who closes it
 * after the server.
 *
 * @param emitter takes what clients insert
 * @param reader answers what they ask
 * @param stats how the pipelines do, by the name of the sink
 */
public record ServerParts(
    LogEmitter emitter, MergedReader reader, Supplier<SortedMap<String, PipelineStats>> stats) {}
