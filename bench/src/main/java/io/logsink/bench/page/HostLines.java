package io.logsink.bench.page;

import io.logsink.bench.host.HostLimits;
import io.logsink.bench.host.HostLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What else a machine did, in lines for people. */
final class HostLines {
  private HostLines() {}

  /** A line for each that is known. */
  static List<String> of(Optional<HostLoad> before, Optional<HostLoad> meanwhile) {
    List<String> lines = new ArrayList<>();
    before.ifPresent(load -> lines.add("before: " + line(load)));
    meanwhile.ifPresent(load -> lines.add("meanwhile: " + line(load)));
    return lines;
  }

  private static String line(HostLoad load) {
    StringBuilder line = new StringBuilder();
    line.append(
        "others took %s of the processors, the host of this machine %s"
            .formatted(Words.percent(load.foreignShare()), Words.percent(load.stealShare())));
    load.pressureShare()
        .ifPresent(share ->
            line.append(
                "; something waited for one %s of the time".formatted(Words.percent(share))));
    load.loadAverage()
        .ifPresent(
            average -> line.append(String.format(Locale.ROOT, "; load average %.2f", average)));
    return line.toString();
  }

  /** A sentence for a verdict that was found while the machine had other things to do. */
  static Optional<String> warning(Optional<HostLoad> load, int coreCount) {
    return load.map(known -> HostLimits.DURING.complaints(known, coreCount))
        .filter(complaints -> !complaints.isEmpty())
        .map(complaints ->
            "the host was busy, and a quiet one may hold more: " + String.join("; ", complaints));
  }
}
