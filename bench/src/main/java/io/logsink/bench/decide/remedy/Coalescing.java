package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.evidence.Reduction;
import io.logsink.bench.decide.evidence.Trials;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.OwnerConfig;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.remedy.Step.Reduce;
import io.logsink.bench.decide.rule.DecideSettings;
import io.logsink.bench.decide.rule.Rule;
import io.logsink.pipeline.SourceRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Merging repeats of a source whose lines are known, the greatest producer first. */
public final class Coalescing implements Remedy {
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final int KEY_COUNT = 100;

  /** What takes away less is not worth a rule. */
  private static final double WORTH_IT = 0.9;

  private final OwnerConfig owner;
  private final DecideSettings limits;
  private final Map<String, Reduction> tried = new HashMap<>();

  /** Of what was not tried yet. */
  public Coalescing(OwnerConfig owner, DecideSettings limits) {
    this.owner = owner;
    this.limits = limits;
  }

  @Override
  public Rule rule() {
    return Rule.R1;
  }

  @Override
  public Stream<Step> steps(Layout layout) {
    return layout.greatestFirst().stream()
        .filter(placement -> limits.mayLose(placement.source()))
        .filter(placement -> placement.producer().lines().isPresent())
        .filter(placement -> !owner.ruleOf(placement).coalesceWindow().isPositive())
        .map(placement -> new Reduce(placement.source(), reduction(placement)))
        .filter(step -> step.reduction().peakShare() < WORTH_IT)
        .map(Step.class::cast);
  }

  private Reduction reduction(Placement placement) {
    SourceRule rule = owner.ruleOf(placement).withCoalescing(WINDOW, KEY_COUNT);
    return tried.computeIfAbsent(placement.source(), _ -> Trials.of(placement.producer(), rule));
  }
}
