package io.logsink.bench.decide;

import io.logsink.bench.decide.Decider.Verdict;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.layout.Question;
import io.logsink.bench.decide.layout.Survey;
import io.logsink.bench.decide.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be known to believe a verdict.
 *
 * @param question what was asked
 * @param survey what is known
 * @param verdict the verdict
 * @param now everything before
 * @param then everything after
 */
record Notes(Question question, Survey survey, Verdict verdict, Layout now, Layout then) {
  /** The capacity search tells rates apart that differ by so much. */
  private static final double RESOLUTION = 0.05;

  /** Rules that come after merging repeats. */
  private static final Set<Rule> AFTER_MERGING = EnumSet.of(Rule.M1, Rule.R2, Rule.X1, Rule.N1);

  List<String> all() {
    List<String> notes = new ArrayList<>();
    notes.add("The peaks of all sources are taken to fall together.");
    question.producers().caveats().forEach(caveat -> notes.add(Sentences.sentence(caveat)));
    survey.setAside().forEach(run -> notes.add(Sentences.sentence(run)));
    List<String> untried = untried();
    if (AFTER_MERGING.contains(verdict.rule()) && !untried.isEmpty()) {
      notes.add(
          "Merging repeats was not tried for %s, whose lines are not known; a workload can name them."
              .formatted(String.join(", ", untried)));
    }
    if (isClose(now) || isClose(then)) {
      notes.add(
          "It is close: the headroom is within %s of what is wanted, nearer than a capacity can be told."
              .formatted(Amounts.percent(RESOLUTION)));
    }
    return notes;
  }

  private List<String> untried() {
    return now.greatestFirst().stream()
        .filter(placement -> placement.producer().lines().isEmpty())
        .map(Placement::source)
        .filter(source -> question.limits().mayLose(source))
        .toList();
  }

  private boolean isClose(Layout layout) {
    double headroom = layout.headroom();
    return Math.abs(headroom / question.limits().headroom() - 1) <= RESOLUTION;
  }
}
