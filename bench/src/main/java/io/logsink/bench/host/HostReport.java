package io.logsink.bench.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the machine did beside a measurement, and whether that was too much for its result to be
 * believed.
 *
 * @param before what it did before; empty when that cannot be known
 * @param during what it did meanwhile; empty when that cannot be known
 * @param roundCount how many rounds were watched
 * @param disturbedCount in how many of them it did more than {@link HostLimits#ROUND}
 * @param complaints what was too much, each in words
 * @param forced whether the user wants a verdict in spite of that
 */
public record HostReport(
    Optional<HostLoad> before,
    Optional<HostLoad> during,
    int roundCount,
    int disturbedCount,
    List<String> complaints,
    boolean forced) {
  /** More disturbed rounds than this share are too many. */
  public static final double MOST_DISTURBED_SHARE = 0.2;

  /** Copies the list. */
  public HostReport {
    complaints = List.copyOf(complaints);
  }

  /**
   * Judges what was watched.
   *
   * @param before what the machine did before
   * @param limits what it was allowed to do then
   * @param watch what it did meanwhile
   * @param coreCount how many processors it has
   * @param forced whether the user wants a verdict in spite of everything
   */
  public static HostReport of(
      Optional<HostLoad> before,
      HostLimits limits,
      HostWatch watch,
      int coreCount,
      boolean forced) {
    return of(before, limits, watch.sinceStart(), watch.rounds(), coreCount, forced);
  }

  static HostReport of(
      Optional<HostLoad> before,
      HostLimits limits,
      Optional<HostLoad> during,
      List<HostLoad> rounds,
      int coreCount,
      boolean forced) {
    int disturbedCount =
        (int)
            rounds.stream()
                .filter(round -> !HostLimits.ROUND.complaints(round, coreCount).isEmpty())
                .count();
    List<String> complaints = new ArrayList<>();
    before.ifPresent(load ->
        limits
            .complaints(load, coreCount)
            .forEach(complaint -> complaints.add("before: " + complaint)));
    during.ifPresent(load -> complaints.addAll(HostLimits.DURING.complaints(load, coreCount)));
    if (disturbedCount > MOST_DISTURBED_SHARE * rounds.size()) {
      complaints.add(
          "%d of %d rounds were disturbed by others".formatted(disturbedCount, rounds.size()));
    }
    return new HostReport(before, during, rounds.size(), disturbedCount, complaints, forced);
  }

  /** Whether there was too much else. */
  public boolean isBusy() {
    return !complaints.isEmpty();
  }

  /** Whether no verdict is to be given because of that. */
  public boolean forbidsVerdict() {
    return isBusy() && !forced;
  }
}
