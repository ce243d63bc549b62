package io.logsink.bench.decide.evidence;

import io.logsink.bench.machine.MachineProfile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One run of the capacity search.
 *
 * @param id what it is called in a decision
 * @param workload what was sent
 * @param machine what it ran on
 * @param cells what it found
 */
public record CapacityRun(
    String id, String workload, MachineProfile machine, List<MeasuredStore> cells) {
  /** Copies the list. */
  public CapacityRun {
    cells = List.copyOf(cells);
  }

  /**
   * The rate at which a store held {@code sent}, in records a second.
   *
   * @throws IllegalArgumentException when none was found, or only for another workload
   */
  public double rateOf(String sent, String label, boolean withReaders) {
    if (!workload.equals(sent)) {
      throw new IllegalArgumentException(
          "%s is a capacity for the workload %s, not %s; name that with --workload"
              .formatted(id, workload, sent));
    }
    MeasuredStore cell =
        cells.stream()
            .filter(store -> store.label().equals(label) && store.withReaders() == withReaders)
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s has nothing of %s %s; there are %s"
                        .formatted(id, label, readers(withReaders), names())));
    if (cell.rate() <= 0) {
      throw new IllegalArgumentException(
          "%s found no rate for %s: %s".formatted(id, name(cell), cell.sentence()));
    }
    return cell.rate();
  }

  private String names() {
    return cells.stream().map(CapacityRun::name).collect(Collectors.joining(", "));
  }

  private static String name(MeasuredStore cell) {
    return cell.label() + " " + readers(cell.withReaders());
  }

  private static String readers(boolean with) {
    return with ? "with readers" : "without readers";
  }
}
