package io.logsink.bench.decide;

import io.logsink.bench.decide.Decider.Verdict;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.decide.layout.Finding.Unknown;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Question;
import io.logsink.bench.decide.layout.Requirements;
import io.logsink.bench.decide.layout.Shortfall;
import io.logsink.bench.decide.layout.Store;
import io.logsink.bench.decide.layout.Survey;
import io.logsink.bench.decide.remedy.Plan;
import io.logsink.bench.decide.remedy.Step;
import io.logsink.bench.decide.remedy.Step.Move;
import io.logsink.bench.decide.remedy.Step.Reduce;
import io.logsink.bench.decide.remedy.Step.SpeedUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole in words. */
final class Sentences {
  private final Question question;
  private final Survey survey;
  private final Requirements requirements;
  private final Verdict verdict;
  private final Layout now;
  private final Layout then;

  Sentences(Question question, Survey survey, Requirements requirements, Verdict verdict) {
    this.question = question;
    this.survey = survey;
    this.requirements = requirements;
    this.verdict = verdict;
    this.now = survey.layout();
    this.then = verdict.plan().layout();
  }

  /** With a capital letter and a full stop. */
  static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  String total(boolean partly) {
    if (partly) {
      String why = unknown();
      return now.placements().isEmpty() ? why : why + " Of the others: " + known();
    }
    return known();
  }

  private String unknown() {
    Map<String, List<String>> sources = new LinkedHashMap<>();
    for (Map.Entry<String, Unknown> entry : survey.unknown().entrySet()) {
      sources
          .computeIfAbsent(entry.getValue().reason(), _ -> new ArrayList<>())
          .add(entry.getKey());
    }
    String reasons =
        sources.entrySet().stream()
            .map(entry -> "%s: %s".formatted(list(entry.getValue()), entry.getKey()))
            .collect(Collectors.joining("; "));
    return sentence("%s for %s".formatted(survey.firstUnknown().answer().words(), reasons));
  }

  private String known() {
    return switch (verdict.rule()) {
      case E1 ->
          "Not enough evidence: nobody produced anything in %s. Watch the producers while they work."
              .formatted(question.producers().origin());
      case E2 ->
          "Not enough evidence: no capacity was given. Measure what the stores hold on this machine"
              + " first.";
      case E3, E4 -> unknown();
      case E5 -> contradiction();
      case E6 -> lowerBound();
      case E7 -> "Not enough evidence: %s.".formatted(shortfalls());
      case K1 ->
          "Keep everything as it is: %s %s the peak of %s, and %s are wanted."
              .formatted(
                  Requirements.holders(now),
                  times(now),
                  Amounts.rate(now.peak().records()),
                  wanted());
      case N1 ->
          "Nothing that was measured is enough: %s. With other settings, reducers and backends together it would be %s."
              .formatted(shortfalls(), times(then));
      case S1, R1, M1, R2, X1 ->
          "%s Now %s; then it is %s what still comes."
              .formatted(sentence(steps(verdict.plan())), shortfalls(), times(then));
    };
  }

  private String contradiction() {
    return "Not enough evidence: by the figures the stores hold %s the peak, and yet %s records overflowed meanwhile. Watch the producers in shorter stretches, or look at what else the machine does."
        .formatted(times(now), Amounts.number((double) question.producers().overflowedCount()));
  }

  private String lowerBound() {
    return "Not enough evidence: %s hold %s the peak at least, and %s are wanted; they may hold more, which was not tried."
        .formatted(list(labels(now)), times(now), wanted());
  }

  private String shortfalls() {
    return requirements.shortfalls(now).stream()
        .map(Shortfall::text)
        .collect(Collectors.joining(", and "));
  }

  static String times(Layout layout) {
    return Amounts.times(layout.headroom());
  }

  private String wanted() {
    return Amounts.times(question.limits().headroom());
  }

  private static List<String> labels(Layout layout) {
    return layout.peaks().keySet().stream().map(Store::label).toList();
  }

  private static String list(Iterable<String> names) {
    return String.join(", ", names);
  }

  /** What to do: settings, then reducers, then routes. */
  static String steps(Plan plan) {
    List<String> steps = new ArrayList<>();
    Map<String, List<String>> reduced = new LinkedHashMap<>();
    Map<String, List<String>> moved = new LinkedHashMap<>();
    for (Step step : plan.steps()) {
      switch (step) {
        case SpeedUp(Store to) ->
            steps.add("speed up: open %s as %s".formatted(to.backend(), to.label()));
        case Reduce(String source, var by) ->
            reduced.computeIfAbsent(RuleWords.means(by.rule()), _ -> new ArrayList<>()).add(source);
        case Move(String source, Store to) ->
            moved.computeIfAbsent(to.label(), _ -> new ArrayList<>()).add(source);
      }
    }
    reduced.forEach(
        (means, sources) -> steps.add("reduce %s by %s".formatted(list(sources), means)));
    moved.forEach((label, sources) -> steps.add("move %s to %s".formatted(list(sources), label)));
    return String.join(", and ", steps);
  }
}
