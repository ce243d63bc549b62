package io.logsink.bench.load;

/**
 * How long the calls of the pipeline into the sink took, warm-up included. Those that threw stand
 * apart.
 *
 * @param appends appends that stored their batch
 * @param failedAppends appends that threw
 * @param syncs syncs that were done
 * @param failedSyncs syncs that threw
 */
public record SinkLatencies(
    Latency appends, Latency failedAppends, Latency syncs, Latency failedSyncs) {}
