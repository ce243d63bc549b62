package io.logsink.supervisor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service.
 *
 * @param name its name
 * @param state what it is doing
 * @param since since when
 * @param pid its process, or 0 when there is none
 * @param restartCount how often it was started again
 * @param lastExitCode the exit code of its last run that ended, 128 and the signal's number when
 *     one ended it; null before that
 * @param lastFault why its last start failed, or null when it did not
 * @param recordCount how many records its output became
 * @param printedBytes the bytes that it printed
 * @param refusedCount how many of its records the emitter refused because it was closed: they are
 *     lost
 */
public record ServiceStatus(
    String name,
    ServiceState state,
    Instant since,
    long pid,
    long restartCount,
    @Nullable Integer lastExitCode,
    @Nullable String lastFault,
    long recordCount,
    long printedBytes,
    long refusedCount) {}
