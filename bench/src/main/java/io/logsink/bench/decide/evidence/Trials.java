package io.logsink.bench.decide.evidence;

import io.logsink.api.record.Source;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.Rehearsal;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.SourceStats;
import java.util.List;
import java.util.Locale;

/** Tries rules on a producer's lines, with the pipeline's own reducers. */
public final class Trials {
  /** Long enough for a window of coalescing, and to see what a rate limit does in the long run. */
  private static final int SECONDS = 15;

  private static final int MOST_LINES = 300_000;
  private static final double NANOS = 1e9;

  private Trials() {}

  /** What {@code rule} leaves: tried where lines are known, else reckoned. */
  public static Reduction of(Producer producer, SourceRule rule) {
    return producer
        .lines()
        .map(lines -> of(producer, lines, rule))
        .orElseGet(() -> reckoned(producer, rule));
  }

  /** What it leaves of the producer's lines when they come at its peak rate. */
  private static Reduction of(Producer producer, OwnLines lines, SourceRule rule) {
    Rehearsal rehearsal = new Rehearsal(List.of(rule));
    Source source = Source.of(producer.source());
    long count = (long) Math.clamp(producer.peakRate() * SECONDS, 1, MOST_LINES);
    for (long i = 0; i < count; i++) {
      long nanos = Math.round(i * NANOS / producer.peakRate());
      rehearsal.emit(lines.stock().line(i).record(nanos, source));
    }
    SourceStats stats = rehearsal.end().getOrDefault(source, SourceStats.ZERO);
    return reduction(producer, stats, lines, rule);
  }

  /** Only of a rate limit it is known without lines what it leaves. */
  private static Reduction reckoned(Producer producer, SourceRule rule) {
    RateLimit rate = rule.rate();
    double most = (double) rate.perSecondCount() + rate.burstCount();
    double share = rate.equals(RateLimit.NONE) ? 1 : Math.min(1, most / producer.peakRate());
    String evidence =
        "reckoned: no more than the limit passes, as long as the records are not urgent";
    return new Reduction(rule, share, share, meanShare(producer, rule), evidence);
  }

  /** On average a limit takes less away than at the peak. */
  private static double meanShare(Producer producer, SourceRule rule) {
    return rule.rate().equals(RateLimit.NONE)
        ? 1
        : Math.min(1, rule.rate().perSecondCount() / producer.meanRate());
  }

  private static Reduction reduction(
      Producer producer, SourceStats stats, OwnLines lines, SourceRule rule) {
    double records = share(stats.stored().recordCount(), stats.emitted().recordCount());
    double bytes = share(stats.stored().bodyBytes(), stats.emitted().bodyBytes());
    String evidence =
        String.format(
            Locale.ROOT,
            "tried on %s: of %,d records %,d were left",
            lines.origin(),
            stats.emitted().recordCount(),
            stats.stored().recordCount());
    double mean = rule.rate().equals(RateLimit.NONE) ? records : meanShare(producer, rule);
    return new Reduction(rule, records, bytes, Math.max(records, mean), evidence);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
