package io.logsink.bench.load;

import io.logsink.api.record.Source;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.BurstPlan;
import io.logsink.bench.workload.ProducerPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every record of a load and when it is due.
 *
 * @param sources the lanes of each source
 * @param warmUpNanos what is due before that is not measured
 * @param endNanos when the last records are due
 */
record Schedule(SortedMap<Source, Lanes> sources, long warmUpNanos, long endNanos) {
  /** The lanes of one source. */
  record Lanes(Optional<Lane> steady, Optional<Lane> bursts) {
    long count() {
      return all().stream().mapToLong(Lane::count).sum();
    }

    List<Lane> all() {
      List<Lane> all = new ArrayList<>();
      steady.ifPresent(all::add);
      bursts.ifPresent(all::add);
      return all;
    }
  }

  /** The producers of {@code plan}, all faster or slower by the same factor. */
  static Schedule of(LoadPlan plan, Map<String, LineStock> stocks) {
    long warmUpNanos = plan.workload().settings().warmUp().toNanos();
    long endNanos = warmUpNanos + plan.workload().settings().duration().toNanos();
    SortedMap<Source, Lanes> sources = new TreeMap<>();
    plan.workload()
        .producers()
        .forEach((name, producer) -> {
          LineStock stock =
              Objects.requireNonNull(stocks.get(name), () -> "no lines for producer " + name);
          sources.put(
              Source.of(producer.source()), lanes(producer, plan.factor(), stock, endNanos));
        });
    return new Schedule(sources, warmUpNanos, endNanos);
  }

  private static Lanes lanes(ProducerPlan producer, double factor, LineStock stock, long endNanos) {
    Source source = Source.of(producer.source());
    Optional<Cadence> steady =
        producer.rate() > 0
            ? Optional.of(new Cadence.Steady(producer.rate() * factor))
            : Optional.empty();
    Optional<Cadence> bursts =
        producer.burst().size() > 0
            ? Optional.of(bursts(producer.burst(), factor))
            : Optional.empty();
    return new Lanes(
        steady.map(cadence -> new Lane(source, cadence, stock, cadence.countBefore(endNanos))),
        bursts.map(cadence -> new Lane(source, cadence, stock, cadence.countBefore(endNanos))));
  }

  /** Faster is more often, as more producers would be, and not more at once. */
  private static Cadence bursts(BurstPlan burst, double factor) {
    return Cadence.Bursts.of(burst.size(), burst.every().toNanos() / factor);
  }

  long count() {
    return sources.values().stream().mapToLong(Lanes::count).sum();
  }

  /** The lanes for each of {@code count} senders, so that all have about as much to do. */
  List<List<Lane>> shares(int count) {
    List<List<Lane>> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shares.add(new ArrayList<>());
    }
    sources.values().stream()
        .sorted(Comparator.comparingLong(Lanes::count).reversed())
        .forEach(lanes -> least(shares).addAll(lanes.all()));
    return shares;
  }

  private static List<Lane> least(List<List<Lane>> shares) {
    return shares.stream()
        .min(Comparator.comparingLong(share -> share.stream().mapToLong(Lane::count).sum()))
        .orElseThrow();
  }
}
