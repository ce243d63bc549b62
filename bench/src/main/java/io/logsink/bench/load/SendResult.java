package io.logsink.bench.load;

import org.jspecify.annotations.Nullable;

/**
 * What the producers did.
 *
 * @param dueRate records a second that were due in the time that the load took; not quite the
 *     plan's where bursts are further apart than that
 * @param reachedRate records a second that were sent: fewer when the producers could not keep up
 * @param sentCount records that were emitted, warm-up included
 * @param sentBytes the bytes of their bodies
 * @param senderCount how many threads sent
 * @param accepted from when a record was due until its emit returned
 * @param lateness from when a record was due until its emit was called: what the bench itself, or a
 *     machine without a free core, kept it waiting
 * @param failed how long emits took that threw; they count nowhere else
 * @param lastFailure what the last of those threw, or null
 */
public record SendResult(
    double dueRate,
    double reachedRate,
    long sentCount,
    long sentBytes,
    int senderCount,
    Latency accepted,
    Latency lateness,
    Latency failed,
    @Nullable String lastFailure) {}
