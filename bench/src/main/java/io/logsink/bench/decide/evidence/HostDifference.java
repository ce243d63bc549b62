package io.logsink.bench.decide.evidence;

import io.logsink.bench.machine.MachineProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In what two machines differ so much that what one takes says nothing about the other. */
public final class HostDifference {
  /** A disk that flushes so many times quicker is another one, or has something else to do. */
  private static final double FLUSH_FACTOR = 5;

  private static final double NANOS_PER_MILLI = 1e6;

  private HostDifference() {}

  /**
   * The differences, each in words; none when one machine can stand for the other.
   *
   * @param there where it was measured
   * @param here what is decided for
   */
  public static List<String> between(MachineProfile there, MachineProfile here) {
    List<String> differences = new ArrayList<>();
    add(differences, "processor", there.cpu(), here.cpu());
    add(differences, "cores", there.coreCount(), here.coreCount());
    add(differences, "file system", there.fileSystem(), here.fileSystem());
    if (isFarOff(there.flushNanos(), here.flushNanos())) {
      add(differences, "flush of 4 KB", millis(there.flushNanos()), millis(here.flushNanos()));
    }
    return differences;
  }

  private static void add(List<String> differences, String what, Object there, Object here) {
    if (!there.equals(here)) {
      differences.add("%s %s there, %s here".formatted(what, there, here));
    }
  }

  private static boolean isFarOff(long there, long here) {
    return Math.max(there, here) > FLUSH_FACTOR * Math.min(there, here);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f ms", nanos / NANOS_PER_MILLI);
  }
}
