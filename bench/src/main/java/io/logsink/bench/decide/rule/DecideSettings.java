package io.logsink.bench.decide.rule;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the owner wants of the stores: the section {@code logsink.decide} of a config.
 *
 * @param headroom how many times the peak the stores have to hold, 1 or more
 * @param visibleP99 99 of 100 records are visible within that time, also at the peak
 * @param readers whether people read meanwhile
 * @param durability what records have to survive, the first whose glob matches; where none does, as
 *     much as now
 * @param neverLose globs of sources of which nothing may be taken away
 * @param mostLost the share of a source's records that a rate limit may take at its peak, 0 to 1
 * @param disk what they may take of the disk
 * @param maxMemoryBytes what pipelines and stores in memory may take together; 0 is no limit
 */
public record DecideSettings(
    double headroom,
    Duration visibleP99,
    boolean readers,
    List<DurabilityNeed> durability,
    List<String> neverLose,
    double mostLost,
    DiskLimits disk,
    long maxMemoryBytes) {
  /** The section's name. */
  public static final String SECTION = "decide";

  /** Three times the peak, visible within a second, with readers, as durable as now. */
  public static final DecideSettings DEFAULT =
      new DecideSettings(
          3, Duration.ofSeconds(1), true, List.of(), List.of(), 0.5, DiskLimits.NONE, 0);

  /** Checks the values and copies the lists. */
  public DecideSettings {
    if (!(headroom >= 1 && headroom <= 1_000)) {
      throw new InvalidSettingException("headroom", headroom, "1 to 1000");
    }
    if (!visibleP99.isPositive()) {
      throw new InvalidSettingException("visibleP99", visibleP99, "more than 0");
    }
    if (!(mostLost >= 0 && mostLost <= 1)) {
      throw new InvalidSettingException("mostLost", mostLost, "0 to 1");
    }
    if (maxMemoryBytes < 0) {
      throw new InvalidSettingException("maxMemoryBytes", maxMemoryBytes, "0 or more");
    }
    if (neverLose.contains("")) {
      throw new InvalidSettingException("neverLose", "\"\"", "globs such as pty:*");
    }
    durability = List.copyOf(durability);
    neverLose = List.copyOf(neverLose);
  }

  /** Whether records of a source may be taken away. */
  public boolean mayLose(String source) {
    Source of = Source.of(source);
    return neverLose.stream().noneMatch(glob -> SourceGlob.of(glob).matches(of));
  }

  /** What records of a source have to survive, where the owner says so. */
  public Optional<DurabilityNeed> needOf(String source) {
    Source of = Source.of(source);
    return durability.stream().filter(need -> need.glob().matches(of)).findFirst();
  }
}
