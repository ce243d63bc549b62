package io.logsink.bench.host;

import java.util.OptionalDouble;

/**
 * What the machine did beside this process in some stretch of time. Shares are of all its
 * processors, 0 to 1.
 *
 * @param foreignShare what other processes and the kernel's own threads took
 * @param stealShare what the host of this virtual machine took
 * @param pressureShare the share of the time in which something waited for a processor, whosever it
 *     was; empty when the kernel does not say
 * @param loadAverage tasks that ran or waited in the minute before the end of the stretch, those of
 *     this process too; empty when it is not known
 */
public record HostLoad(
    double foreignShare,
    double stealShare,
    OptionalDouble pressureShare,
    OptionalDouble loadAverage) {
  private static final double NANOS_PER_MICRO = 1e3;

  static HostLoad between(HostSample before, HostSample after) {
    double ticks = Math.max(1, after.cpu().total() - before.cpu().total());
    long busy = after.cpu().busy() - before.cpu().busy();
    long own = after.ownTicks() - before.ownTicks();
    return new HostLoad(
        Math.clamp((busy - own) / ticks, 0, 1),
        Math.clamp((after.cpu().steal() - before.cpu().steal()) / ticks, 0, 1),
        pressureShare(before, after),
        after.loadAverage());
  }

  private static OptionalDouble pressureShare(HostSample before, HostSample after) {
    if (before.pressureMicros().isEmpty() || after.pressureMicros().isEmpty()) {
      return OptionalDouble.empty();
    }
    long micros = after.pressureMicros().orElseThrow() - before.pressureMicros().orElseThrow();
    double nanos = Math.max(1, after.nanos() - before.nanos());
    return OptionalDouble.of(Math.clamp(micros * NANOS_PER_MICRO / nanos, 0, 1));
  }
}
