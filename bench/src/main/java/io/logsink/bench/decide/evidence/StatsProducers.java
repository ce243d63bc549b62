package io.logsink.bench.decide.evidence;

import io.logsink.bench.decide.evidence.StatsSnapshot.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The producers of a running pipeline, by answers of {@code log_batcher.stats}. From two on, what
 * counts is what passed the reducers between them; one alone has only its own mean rates.
 */
public final class StatsProducers {
  private static final double NANOS = 1e9;

  private final List<StatsSnapshot> snapshots;

  private StatsProducers(List<StatsSnapshot> snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * The producers from the first to the last of {@code answers}, which are of one process and in
   * the order they were taken.
   *
   * @param names what each is called in messages
   * @param answers the JSON, with or without the envelope of JSON-RPC; one at least
   * @throws IOException when one is not such an answer, or they are not in order
   */
  public static Producers of(List<String> names, List<String> answers) throws IOException {
    List<StatsSnapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      snapshots.add(StatsSnapshot.parse(names.get(i), answers.get(i)));
    }
    StatsProducers producers = new StatsProducers(snapshots);
    return snapshots.size() == 1 ? producers.ofOne() : producers.ofSeveral();
  }

  private Producers ofOne() {
    StatsSnapshot only = snapshots.getFirst();
    List<Producer> all = new ArrayList<>();
    only.accounts()
        .forEach((source, account) -> {
          double peak = Collections.max(account.rates());
          if (peak > 0) {
            all.add(producer(source, account.rates().getLast(), peak, account.meanBytes()));
          }
        });
    return new Producers(
        "one answer of log_batcher.stats of " + only.time(), all, true, 0, caveatsOfOne(only));
  }

  private static List<String> caveatsOfOne(StatsSnapshot only) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "one answer has only means over 1, 5 and 15 minutes: peaks that are shorter than a minute"
            + " are not seen, nor what reducers take away");
    long overflowed = overflowed(only);
    if (overflowed > 0) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "%,d records overflowed at some time; two answers would say whether that goes on",
              overflowed));
    }
    return caveats;
  }

  private Producers ofSeveral() throws IOException {
    List<Producer> all = new ArrayList<>();
    for (String source : snapshots.getLast().accounts().keySet()) {
      measured(source).ifPresent(all::add);
    }
    double seconds = seconds(snapshots.getFirst(), snapshots.getLast());
    String origin =
        "%d answers of log_batcher.stats from %s to %s"
            .formatted(snapshots.size(), snapshots.getFirst().time(), snapshots.getLast().time());
    long lost = overflowed(snapshots.getLast()) - overflowed(snapshots.getFirst());
    String caveat =
        String.format(
            Locale.ROOT,
            "the producers were watched for %,.0f s, in stretches of %,.1f s: shorter peaks are not"
                + " seen",
            seconds,
            seconds / (snapshots.size() - 1));
    return new Producers(origin, all, false, lost, List.of(caveat));
  }

  private Optional<Producer> measured(String source) throws IOException {
    double peak = 0;
    for (int i = 1; i < snapshots.size(); i++) {
      peak = Math.max(peak, rate(source, snapshots.get(i - 1), snapshots.get(i)));
    }
    StatsSnapshot first = snapshots.getFirst();
    StatsSnapshot last = snapshots.getLast();
    Account before = first.of(source);
    Account after = last.of(source);
    double records = after.passed() - before.passed();
    double bytes = after.passedBytes() - before.passedBytes();
    return peak > 0
        ? Optional.of(producer(source, rate(source, first, last), peak, bytes / records))
        : Optional.empty();
  }

  private static double rate(String source, StatsSnapshot before, StatsSnapshot after)
      throws IOException {
    double records = after.of(source).passed() - before.of(source).passed();
    double seconds = seconds(before, after);
    if (seconds <= 0 || records < 0) {
      throw new IOException(
          "the answers of %s and %s are not of one process in the order they were taken"
              .formatted(before.time(), after.time()));
    }
    return records / seconds;
  }

  private static double seconds(StatsSnapshot before, StatsSnapshot after) {
    return Duration.between(before.time(), after.time()).toNanos() / NANOS;
  }

  private static long overflowed(StatsSnapshot snapshot) {
    return Math.round(snapshot.accounts().values().stream().mapToDouble(Account::overflowed).sum());
  }

  private static Producer producer(String source, double mean, double peak, double meanBytes) {
    return new Producer(source, Math.min(mean, peak), peak, meanBytes, Optional.empty());
  }
}
