package io.logsink.bench.decide.layout;

import io.logsink.bench.Promise;
import io.logsink.bench.decide.evidence.Producer;
import io.logsink.bench.decide.evidence.Reduction;
import java.util.Optional;

/**
 * A source and where it goes.
 *
 * @param producer the source and what it brings
 * @param need what its records have to survive
 * @param store where they go
 * @param reduction what takes some of them away before, where something does
 */
public record Placement(
    Producer producer, Promise need, Store store, Optional<Reduction> reduction) {
  /** The name of the source. */
  public String source() {
    return producer.source();
  }

  /** The same source in another store. */
  public Placement in(Store other) {
    return new Placement(producer, need, other, reduction);
  }

  /** The same source with something that takes records away. */
  public Placement reducedBy(Reduction other) {
    return new Placement(producer, need, store, Optional.of(other));
  }

  /** What comes into the store in the busiest second. */
  public Load peak() {
    return left(producer.peakRate(), reduction.map(Reduction::peakShare).orElse(1.0));
  }

  /** What comes into the store in a second on average. */
  public Load mean() {
    return left(producer.meanRate(), reduction.map(Reduction::meanShare).orElse(1.0));
  }

  private Load left(double rate, double share) {
    double longer =
        reduction
            .filter(by -> by.peakShare() > 0)
            .map(by -> by.byteShare() / by.peakShare())
            .orElse(1.0);
    return new Load(rate * share, rate * share * longer * producer.meanBytes());
  }

  /** How much of what the store holds it takes at its peak. */
  public double share() {
    return store.share(peak());
  }

  /** Whether the store promises what its records need. */
  public boolean isPromisedEnough() {
    return store.promises(need);
  }
}
