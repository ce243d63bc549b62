package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes, and what they lead to.
 *
 * @param start the layout before
 * @param steps the changes, in order
 */
public record Plan(Layout start, List<Step> steps) {
  /** Copies the list. */
  public Plan {
    steps = List.copyOf(steps);
  }

  /** What the steps lead to. */
  public Layout layout() {
    Layout layout = start;
    for (Step step : steps) {
      layout = step.in(layout);
    }
    return layout;
  }

  private Plan with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Plan(start, more);
  }

  private Plan without(Step step) {
    return new Plan(start, steps.stream().filter(other -> !other.equals(step)).toList());
  }

  /** This plan with steps of {@code remedy} until the requirements are met or none helps. */
  public Plan extended(Remedy remedy, Requirements requirements) {
    Plan plan = this;
    Optional<Step> next = plan.next(remedy, requirements);
    while (next.isPresent()) {
      plan = plan.with(next.get());
      next = plan.next(remedy, requirements);
    }
    return plan;
  }

  /** Of what can be done about the first that something helps, what is enough; else the first. */
  private Optional<Step> next(Remedy remedy, Requirements requirements) {
    Layout layout = layout();
    if (requirements.isMetBy(layout)) {
      return Optional.empty();
    }
    List<Step> helpful =
        remedy
            .steps(layout)
            .filter(step -> requirements.isNearer(step.in(layout), layout))
            .toList();
    Optional<Step> first = helpful.stream().findFirst();
    return first.flatMap(preferred ->
        helpful.stream()
            .filter(step -> step.subject().equals(preferred.subject()))
            .filter(step -> requirements.isMetBy(step.in(layout)))
            .findFirst()
            .or(() -> first));
  }

  /** This plan without what is not needed. */
  public Plan pruned(Requirements requirements) {
    Plan plan = this;
    for (Step step : steps) {
      Plan shorter = plan.without(step);
      if (requirements.isMetBy(shorter.layout())) {
        plan = shorter;
      }
    }
    return plan;
  }
}
