package io.logsink.bench.load;

import io.logsink.pipeline.SourceStats;

/**
 * What became of the records of one source.
 *
 * @param sentCount records that were emitted, warm-up included
 * @param stats their account in the pipeline
 * @param visible from when a record was due until it was visible
 */
public record SourceResult(long sentCount, SourceStats stats, Latency visible) {}
