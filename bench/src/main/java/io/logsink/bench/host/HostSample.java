package io.logsink.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How busy the machine has been so far, to be compared with another moment.
 *
 * @param cpu what its processors have done
 * @param ownTicks what this process has done
 * @param pressureMicros how long something has waited for a processor; empty when the kernel does
 *     not say
 * @param loadAverage how many tasks ran or waited in the last minute; empty when it is not known
 * @param nanos when, by {@link System#nanoTime}
 */
record HostSample(
    CpuTimes cpu,
    long ownTicks,
    OptionalLong pressureMicros,
    OptionalDouble loadAverage,
    long nanos) {
  private static final Path PROC = Path.of("/proc");

  /** The command in parentheses may have any byte in it, a parenthesis too. */
  private static final Pattern OWN =
      Pattern.compile("(?s).*\\) (?:\\S+ ){11}([0-9]{1,18}) ([0-9]{1,18}) .*");

  private static final Pattern PRESSURE =
      Pattern.compile("^some .*total=([0-9]{1,18})$", Pattern.MULTILINE);

  private static final Pattern LOAD =
      Pattern.compile("([0-9]{1,9}\\.[0-9]{1,9}) .*", Pattern.DOTALL);

  /** This moment; empty where there is no {@code /proc} as Linux has it. */
  static Optional<HostSample> now() {
    return of(
        text("stat"), text("self/stat"), text("pressure/cpu"), text("loadavg"), System.nanoTime());
  }

  private static String text(String file) {
    try {
      return Files.readString(PROC.resolve(file));
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * What the texts of the files in {@code /proc} say; an empty text is a file that is not there.
   */
  static Optional<HostSample> of(
      String stat, String selfStat, String pressure, String loadAverage, long nanos) {
    Optional<CpuTimes> cpu = CpuTimes.parse(stat);
    OptionalLong own = ownTicks(selfStat);
    return cpu.isEmpty() || own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HostSample(
                cpu.orElseThrow(),
                own.orElseThrow(),
                pressureMicros(pressure),
                loadAverage(loadAverage),
                nanos));
  }

  private static OptionalLong ownTicks(String selfStat) {
    Matcher own = OWN.matcher(selfStat);
    return own.matches()
        ? OptionalLong.of(Long.parseLong(own.group(1)) + Long.parseLong(own.group(2)))
        : OptionalLong.empty();
  }

  private static OptionalLong pressureMicros(String text) {
    Matcher some = PRESSURE.matcher(text);
    return some.find() ? OptionalLong.of(Long.parseLong(some.group(1))) : OptionalLong.empty();
  }

  private static OptionalDouble loadAverage(String text) {
    Matcher load = LOAD.matcher(text);
    return load.matches()
        ? OptionalDouble.of(Double.parseDouble(load.group(1)))
        : OptionalDouble.empty();
  }
}
