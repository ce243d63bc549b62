package io.logsink.bench.decide;

import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.OwnerConfig;
import io.logsink.bench.decide.layout.Question;
import io.logsink.bench.decide.layout.Requirements;
import io.logsink.bench.decide.layout.Shortfall;
import io.logsink.bench.decide.layout.Shortfall.Kind;
import io.logsink.bench.decide.layout.Survey;
import io.logsink.bench.decide.remedy.Coalescing;
import io.logsink.bench.decide.remedy.Limiting;
import io.logsink.bench.decide.remedy.Moving;
import io.logsink.bench.decide.remedy.Plan;
import io.logsink.bench.decide.remedy.Remedy;
import io.logsink.bench.decide.remedy.SpeedingUp;
import io.logsink.bench.decide.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides by the rules in {@code docs/decide.md}. First it is asked whether anything can be told;
 * then whether what is there is enough; then each remedy alone; then all of them together.
 */
public final class Decider {
  private final Question question;
  private final Survey survey;
  private final Requirements requirements;

  private Decider(Question question) {
    this.question = question;
    this.survey = new Survey(question);
    this.requirements = new Requirements(question.limits(), survey.owner());
  }

  /** The answer to {@code question}; the same question has the same answer. */
  public static Decision decide(Question question) {
    Decider decider = new Decider(question);
    return new Explanation(question, decider.survey, decider.requirements, decider.verdict())
        .decision();
  }

  /**
   * What the rules say of the sources whose stores are known.
   *
   * @param rule which rule it was
   * @param plan what to do
   * @param alternatives what would be enough as well
   */
  record Verdict(Rule rule, Plan plan, List<Plan> alternatives) {
    Verdict(Rule rule, Plan plan) {
      this(rule, plan, List.of());
    }
  }

  private Verdict verdict() {
    Layout now = survey.layout();
    Plan nothing = new Plan(now, List.of());
    if (question.producers().all().isEmpty()) {
      return new Verdict(Rule.E1, nothing);
    }
    if (question.runs().isEmpty()) {
      return new Verdict(Rule.E2, nothing);
    }
    if (now.placements().isEmpty()) {
      return new Verdict(survey.firstUnknown(), nothing);
    }
    return verdict(now, nothing);
  }

  private Verdict verdict(Layout now, Plan nothing) {
    Set<Kind> broken =
        requirements.shortfalls(now).stream().map(Shortfall::kind).collect(Collectors.toSet());
    if (broken.contains(Kind.UNKNOWN_DISK)) {
      return new Verdict(Rule.E7, nothing);
    }
    if (question.producers().overflowedCount() > 0 && !broken.contains(Kind.HEADROOM)) {
      return new Verdict(Rule.E5, nothing);
    }
    if (broken.isEmpty()) {
      return new Verdict(Rule.K1, nothing);
    }
    if (broken.equals(Set.of(Kind.HEADROOM)) && requirements.mayBeEnough(now)) {
      return new Verdict(Rule.E6, nothing);
    }
    return remedied(nothing);
  }

  private Verdict remedied(Plan nothing) {
    List<Remedy> remedies = remedies();
    Map<Rule, Plan> enough = new LinkedHashMap<>();
    for (Remedy remedy : remedies) {
      Plan plan = nothing.extended(remedy, requirements);
      if (requirements.isMetBy(plan.layout())) {
        enough.put(remedy.rule(), plan.pruned(requirements));
      }
    }
    return enough.isEmpty() ? together(nothing, remedies) : first(enough);
  }

  private static Verdict first(Map<Rule, Plan> enough) {
    Rule first = enough.keySet().iterator().next();
    List<Plan> plans = List.copyOf(enough.values());
    return new Verdict(first, plans.getFirst(), plans.subList(1, plans.size()));
  }

  private Verdict together(Plan nothing, List<Remedy> remedies) {
    Plan together = nothing;
    for (Remedy remedy : remedies) {
      together = together.extended(remedy, requirements);
    }
    return requirements.isMetBy(together.layout())
        ? new Verdict(Rule.X1, together.pruned(requirements))
        : new Verdict(Rule.N1, together);
  }

  /** What loses nothing that a reader would miss, and changes little, is first. */
  private List<Remedy> remedies() {
    OwnerConfig owner = survey.owner();
    Set<String> closed =
        survey.unknown().keySet().stream().map(owner::backendOf).collect(Collectors.toSet());
    return List.of(
        new SpeedingUp(survey.stores()),
        new Coalescing(owner, question.limits()),
        new Moving(survey.stores(), closed),
        new Limiting(owner, question.limits()));
  }
}
