package io.logsink.bench.report;

import io.logsink.bench.BenchResult;
import io.logsink.bench.ContenderResult;
import io.logsink.bench.Figure;
import io.logsink.bench.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the figures say, in sentences. Only contenders with the same promise are compared, and one
 * is called ahead only when none of its rounds reaches into the other's.
 */
record Verdict(BenchResult result) {
  private static final double RESTLESS_SPREAD = 0.3;
  private static final long QUICK_FLUSH_NANOS = 300_000;

  /** What the best is called, by metric. */
  private enum Best {
    APPEND(Metric.APPEND_RECORDS, "fastest append"),
    NEWEST(Metric.NEWEST_QUIET, "quickest to a quiet source"),
    WORD(Metric.WORD_RARE, "quickest to a rare word"),
    SEALED(Metric.SEALED, "smallest on disk when sealed");

    private final Metric metric;
    private final String title;

    Best(Metric metric, String title) {
      this.metric = metric;
      this.title = title;
    }
  }

  /** What there is to say of those with the same promise, the strongest promise first. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Group group : Group.of(result)) {
      if (group.ranked()) {
        comparison(group).forEach(said -> sentences.add("%s: %s".formatted(group.title(), said)));
      }
    }
    restless().ifPresent(sentences::add);
    return sentences;
  }

  private static List<String> comparison(Group group) {
    if (group.members().size() < 2) {
      return List.of(
          "%s is alone here, so there is nothing to compare it with".formatted(group.labels()));
    }
    List<String> sentences = new ArrayList<>();
    for (Best best : Best.values()) {
      List<ContenderResult> ranked = ranked(group, best.metric);
      if (ranked.size() > 1) {
        sentences.add("%s: %s".formatted(best.title, ahead(ranked, best.metric)));
      }
    }
    return sentences;
  }

  /** Those that have the figure, the best first. */
  private static List<ContenderResult> ranked(Group group, Metric metric) {
    Comparator<ContenderResult> order =
        Comparator.comparingDouble(member -> figure(member, metric).median());
    return group.members().stream()
        .filter(member -> member.figure(metric).isPresent())
        .sorted(metric.unit().moreIsBetter() ? order.reversed() : order)
        .toList();
  }

  private static Figure figure(ContenderResult member, Metric metric) {
    return member.figure(metric).orElseThrow();
  }

  private static String ahead(List<ContenderResult> ranked, Metric metric) {
    Figure best = figure(ranked.getFirst(), metric);
    List<ContenderResult> leaders =
        ranked.stream().filter(member -> figure(member, metric).isWithinNoiseOf(best)).toList();
    String text =
        leaders.stream().map(member -> text(member, metric)).collect(Collectors.joining(" and "));
    return leaders.size() > 1 ? text + ", within noise" : text + lead(ranked, metric);
  }

  private static String text(ContenderResult member, Metric metric) {
    return "%s (%s)"
        .formatted(member.label(), Digits.withUnit(metric, figure(member, metric).median()));
  }

  private static String lead(List<ContenderResult> ranked, Metric metric) {
    double first = figure(ranked.get(0), metric).median();
    double second = figure(ranked.get(1), metric).median();
    return String.format(
        Locale.ROOT,
        ", %.1f times better than the next",
        metric.unit().moreIsBetter() ? first / second : second / first);
  }

  /** What to look at next. */
  List<String> next() {
    List<String> sentences = new ArrayList<>();
    if (result.machine().flushNanos() < QUICK_FLUSH_NANOS) {
      sentences.add(
          "this disk flushes 4 KB in %s ms, far quicker than most: expect less elsewhere"
              .formatted(Digits.three(result.machine().flushNanos() / 1e6)));
    }
    sentences.add(
        "your own lines, with --input or --command, and your own disk, with --dir: both change"
            + " the order");
    sentences.add(
        "this is full speed with nobody reading; what a store takes under a steady load is not"
            + " measured");
    return sentences;
  }

  private Optional<String> restless() {
    return result.results().stream()
        .filter(member -> !member.contender().isFloor())
        .filter(member -> figure(member, Metric.APPEND_RECORDS).spread() > RESTLESS_SPREAD)
        .max(Comparator.comparingDouble(member -> figure(member, Metric.APPEND_RECORDS).spread()))
        .map(member ->
            "the appends of %s differ by %.0f %% between rounds: take a quiet machine and more --rounds"
                .formatted(member.label(), 100 * figure(member, Metric.APPEND_RECORDS).spread()));
  }
}
