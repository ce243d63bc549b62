package io.logsink.bench.capacity;

import io.logsink.bench.load.LoadResult;
import java.util.Optional;

/**
 * What was found for one store, with or without readers.
 *
 * @param label what the contender is called
 * @param withReaders whether the workload's readers asked meanwhile
 * @param capacity what it holds
 * @param held the last load that held, with all its figures; empty when none did
 */
public record CapacityCell(
    String label, boolean withReaders, Capacity capacity, Optional<LoadResult> held) {}
