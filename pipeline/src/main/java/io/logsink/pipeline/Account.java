package io.logsink.pipeline;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account of one source: what was emitted, what became of it, and where the rest is. Each is
 * counted for itself, so that the law can be broken and a test can see it. Guarded by the flow's
 * lock.
 */
final class Account {
  final Source source;
  final SourceRule rule;
  private final Counter emitted = new Counter();
  private final Map<Place, Counter> places = new EnumMap<>(Place.class);
  private final Map<Fate, Counter> fates = new EnumMap<>(Fate.class);
  private final Map<Fate, Loss> losses = new EnumMap<>(Fate.class);
  private final Meter emittedMeter = new Meter();
  private final Meter storedMeter = new Meter();
  private final Meter lostMeter = new Meter();
  private long blockedCount;
  private long blockedNanos;

  /** What of it is in the queue. */
  final OwnQueue own = new OwnQueue();

  @Nullable Reducers reducers;

  Account(Source source, SourceRule rule) {
    this.source = source;
    this.rule = rule;
    for (Place place : Place.values()) {
      places.put(place, new Counter());
    }
    for (Fate fate : Fate.values()) {
      fates.put(fate, new Counter());
    }
  }

  /** The key under which a line of this source is merged with its repeats, or null. */
  @Nullable LineKey key(LogRecord record) {
    return rule.coalesces() ? LineKey.of(record) : null;
  }

  Counter emitted() {
    return emitted;
  }

  @SuppressWarnings("NullAway") // the constructor puts every place
  Counter at(Place place) {
    return places.get(place);
  }

  @SuppressWarnings("NullAway") // the constructor puts every fate
  Counter with(Fate fate) {
    return fates.get(fate);
  }

  /** The losses that are not told in the log, by reason. */
  Map<Fate, Loss> losses() {
    return losses;
  }

  /** Takes the losses to tell them. */
  Map<Fate, Loss> takeLosses() {
    Map<Fate, Loss> taken = losses.isEmpty() ? Map.of() : new EnumMap<>(losses);
    losses.clear();
    return taken;
  }

  void note(Fate fate, Loss loss) {
    losses.merge(fate, loss, Loss::plus);
  }

  void blocked(long nanos) {
    blockedCount++;
    blockedNanos += nanos;
  }

  SourceStats stats() {
    Map<Fate, Tally> settled = new EnumMap<>(Fate.class);
    fates.forEach((fate, counter) -> settled.put(fate, counter.tally()));
    Tally inFlight =
        at(Place.HELD).tally().plus(at(Place.QUEUED).tally()).plus(at(Place.IN_HAND).tally());
    return new SourceStats(
        emitted.tally(), settled, inFlight, blockedCount, Duration.ofNanos(blockedNanos));
  }

  /** Takes what was counted until now as old. */
  void startMeters() {
    emittedMeter.start(emitted.tally());
    storedMeter.start(with(Fate.STORED).tally());
    lostMeter.start(lost());
  }

  void tick(Meters.Tick tick) {
    emittedMeter.tick(emitted.tally(), tick);
    storedMeter.tick(with(Fate.STORED).tally(), tick);
    lostMeter.tick(lost(), tick);
  }

  private Tally lost() {
    Tally lost = Tally.ZERO;
    for (Map.Entry<Fate, Counter> entry : fates.entrySet()) {
      lost = entry.getKey().isLoss() ? lost.plus(entry.getValue().tally()) : lost;
    }
    return lost;
  }

  SourceRates rates(double[] weights) {
    return new SourceRates(
        emittedMeter.rate(weights), storedMeter.rate(weights), lostMeter.rate(weights));
  }

  /** Adds what an earlier process had counted; what it had in flight is not among it. */
  void restore(SourceStats earlier) {
    emitted.add(earlier.emitted());
    earlier.fates().forEach((fate, tally) -> with(fate).add(tally));
    blockedCount += earlier.blockedCount();
    blockedNanos += earlier.blockedTime().toNanos();
  }
}
