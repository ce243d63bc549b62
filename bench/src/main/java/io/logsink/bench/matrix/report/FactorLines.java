package io.logsink.bench.matrix.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.logsink.bench.Figure;
import io.logsink.bench.compare.Interval;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.matrix.MatrixPlan;
import io.logsink.bench.matrix.report.FactorCost.Ratio;
import io.logsink.bench.stretch.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each factor costs, in a sentence for each of its values, which begins with its {@link
 * LeadingWord}; for WAL and for DELETE apart, because a setting does not mean the same with both.
 *
 * @param costs of all factors
 */
record FactorLines(List<FactorCost> costs) {
  /** What is said of together. */
  private record Group(Factor factor, String value, String journal) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::factor)
            .thenComparing(Group::value)
            .thenComparing(Group::journal, Comparator.reverseOrder());

    static Group of(FactorCost cost) {
      Map<Factor, String> factors = cost.cell().cell().factors();
      String journal =
          cost.factor() == Factor.JOURNAL
              ? ""
              : " with " + factors.getOrDefault(Factor.JOURNAL, "");
      return new Group(cost.factor(), cost.value(), journal);
    }

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  /** The sentences, in the order of the factors. */
  List<String> sentences() {
    Map<Group, List<FactorCost>> groups =
        costs.stream()
            .filter(cost -> cost.ratio(Measure.RECORDS).isPresent())
            .collect(groupingBy(Group::of, TreeMap::new, toList()));
    return groups.entrySet().stream()
        .map(group -> sentence(group.getKey(), group.getValue()))
        .toList();
  }

  private static String sentence(Group group, List<FactorCost> pairs) {
    List<Ratio> ratios =
        pairs.stream().flatMap(pair -> pair.ratio(Measure.RECORDS).stream()).toList();
    Figure medians = new Figure(ratios.stream().map(Ratio::median).toList());
    Optional<Interval> interval =
        LeadingWord.interval(
            pairs.stream().flatMap(pair -> pair.roundRatios(Measure.RECORDS).stream()).toList());
    return "%s: %s %s instead of %s%s: %s times the records/s (from %s to %s over %d pairs, %d of them within noise)%s%s"
        .formatted(
            LeadingWord.of(ratios, interval).text(),
            group.factor().title(),
            group.value(),
            group.factor().reference(),
            group.journal(),
            interval.map(FactorLines::text).orElseGet(() -> Measure.three(medians.median())),
            Measure.three(medians.min()),
            Measure.three(medians.max()),
            ratios.size(),
            ratios.stream().filter(Ratio::withinNoise).count(),
            pairs.stream().allMatch(FactorCost::isOnePromise)
                ? ""
                : "; a price and no ranking, because the promises differ",
            updates(pairs));
  }

  private static String text(Interval interval) {
    return "%s (%s-%s)"
        .formatted(
            Measure.three(interval.middle()),
            Measure.three(interval.low()),
            Measure.three(interval.high()));
  }

  /** Who shares a file may pay for it more than the log does. */
  private static String updates(List<FactorCost> pairs) {
    List<Double> rates =
        pairs.stream()
            .flatMap(pair -> pair.cell().figure(Measure.JOB_RATE).stream())
            .map(Figure::median)
            .toList();
    if (rates.isEmpty() || pairs.getFirst().factor() != Factor.FILE) {
      return "";
    }
    Figure done = new Figure(rates);
    return "; of the %d updates a second that the other table was due, %s to %s were done"
        .formatted(
            MatrixPlan.JOB_UPDATES_PER_SECOND,
            Measure.three(done.min()),
            Measure.three(done.max()));
  }
}
