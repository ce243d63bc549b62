package io.logsink.bench.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much else a machine may do for a measurement to be believed.
 *
 * @param foreignShare what others may take of all processors
 * @param stealShare what the host of this virtual machine may take of them
 * @param pressureShare the share of the time in which something may wait for a processor
 * @param loadPerCore tasks that may run or wait for each processor
 */
public record HostLimits(
    double foreignShare, double stealShare, double pressureShare, double loadPerCore) {
  /** Before anything is measured: nothing here runs, so whatever runs is something else. */
  public static final HostLimits BEFORE = new HostLimits(0.10, 0.02, 0.20, 1.0);

  /**
   * While it is measured: the kernel's own threads, which write what a store has written, count as
   * others; pressure and load are those of the measurement itself.
   */
  public static final HostLimits DURING =
      new HostLimits(0.15, 0.03, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** For one round, which is short, and in which a few ticks are a large share. */
  public static final HostLimits ROUND =
      new HostLimits(0.25, 0.05, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** These without one for the load average, which goes on for a minute after what caused it. */
  public HostLimits withoutLoadAverage() {
    return new HostLimits(foreignShare, stealShare, pressureShare, Double.POSITIVE_INFINITY);
  }

  /** What is over the limits, each in words; empty when nothing is. */
  public List<String> complaints(HostLoad load, int coreCount) {
    List<String> complaints = new ArrayList<>();
    complain(
        complaints, "other processes take %s of its processors", load.foreignShare(), foreignShare);
    complain(complaints, "its own host takes %s of its processors", load.stealShare(), stealShare);
    load.pressureShare()
        .ifPresent(share ->
            complain(
                complaints,
                "something waits for a processor %s of the time",
                share,
                pressureShare));
    load.loadAverage().stream()
        .filter(average -> average > loadPerCore * coreCount)
        .forEach(average ->
            complaints.add(
                String.format(
                    Locale.ROOT,
                    "its load average of the last minute is %.1f on %d processors",
                    average,
                    coreCount)));
    return complaints;
  }

  private static void complain(List<String> complaints, String what, double share, double most) {
    if (share > most) {
      complaints.add(what.formatted(percent(share)) + " (" + percent(most) + " at most)");
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
