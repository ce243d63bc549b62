package io.logsink.pipeline;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The account of one source, or of all, over the life of the counters file. The law: what was
 * emitted is what has a fate and what is in flight, in records and in bytes.
 *
 * @param emitted what producers handed over
 * @param fates what became of it; every fate is there
 * @param inFlight what has no fate yet
 * @param blockedCount how often an {@code emit} waited for room
 * @param blockedTime how long all of them waited together
 */
public record SourceStats(
    Tally emitted,
    Map<Fate, Tally> fates,
    Tally inFlight,
    long blockedCount,
    Duration blockedTime) {
  /** Nothing happened. */
  public static final SourceStats ZERO =
      new SourceStats(Tally.ZERO, Map.of(), Tally.ZERO, 0, Duration.ZERO);

  /** Copies the map and puts zero where a fate is missing. */
  public SourceStats {
    Map<Fate, Tally> all = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      all.put(fate, fates.getOrDefault(fate, Tally.ZERO));
    }
    fates = Collections.unmodifiableMap(all);
  }

  /** What met {@code fate}. */
  public Tally with(Fate fate) {
    return Objects.requireNonNull(fates.get(fate), "every fate is there");
  }

  /** All that was lost, for whatever reason. */
  public Tally lost() {
    return settled().plus(new Tally(-stored().recordCount(), -stored().bodyBytes()));
  }

  /** What the sink has acknowledged. */
  public Tally stored() {
    return with(Fate.STORED);
  }

  private Tally settled() {
    return fates.values().stream().reduce(Tally.ZERO, Tally::plus);
  }

  /** Whether the law holds. */
  public boolean balances() {
    return emitted.equals(settled().plus(inFlight));
  }

  /** Both together. */
  public SourceStats plus(SourceStats other) {
    Map<Fate, Tally> sums = new EnumMap<>(fates);
    other.fates.forEach((fate, tally) -> sums.merge(fate, tally, Tally::plus));
    return new SourceStats(
        emitted.plus(other.emitted),
        sums,
        inFlight.plus(other.inFlight),
        blockedCount + other.blockedCount,
        blockedTime.plus(other.blockedTime));
  }
}
