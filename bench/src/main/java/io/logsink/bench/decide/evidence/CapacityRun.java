package io.logsink.bench.decide.evidence;

import io.logsink.bench.machine.MachineProfile;
import java.util.List;

/**
 * One run of the capacity search.
 *
 * @param id what it is called in a decision
 * @param machine what it ran on
 * @param cells what it found
 */
public record CapacityRun(String id, MachineProfile machine, List<MeasuredStore> cells) {
  /** Copies the list. */
  public CapacityRun {
    cells = List.copyOf(cells);
  }
}
