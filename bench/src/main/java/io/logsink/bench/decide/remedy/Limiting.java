package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.evidence.Reduction;
import io.logsink.bench.decide.evidence.Trials;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.OwnerConfig;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.remedy.Step.Reduce;
import io.logsink.bench.decide.rule.DecideSettings;
import io.logsink.bench.decide.rule.Rule;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.SourceRule;
import java.util.stream.Stream;

/**
 * A limit for the rate of a source, the greatest producer first: as high as there is room, and no
 * lower than the owner lets it be. Urgent records pass whatever the limit says.
 *
 * @param owner the config in force
 * @param limits what the owner wants
 */
public record Limiting(OwnerConfig owner, DecideSettings limits) implements Remedy {
  /** A bucket that is a tenth of a second large; what it lets pass at once counts as well. */
  private static final int BURST_PART = 10;

  @Override
  public Rule rule() {
    return Rule.R2;
  }

  @Override
  public Stream<Step> steps(Layout layout) {
    return layout.greatestFirst().stream()
        .filter(placement -> limits.mayLose(placement.source()))
        .filter(placement -> owner.ruleOf(placement).rate().equals(RateLimit.NONE))
        .map(placement -> new Reduce(placement.source(), reduction(placement, layout)));
  }

  private Reduction reduction(Placement placement, Layout layout) {
    double over = layout.used() - 1 / limits.headroom();
    double room = 1 - over / placement.share();
    double left = Math.clamp(room, 1 - limits.mostLost(), 1);
    long most = Math.max(2, (long) (placement.peak().records() * left));
    long burst = Math.max(1, most / BURST_PART);
    RateLimit limit = new RateLimit(most - burst, burst);
    SourceRule before = owner.ruleOf(placement);
    SourceRule rule = before.withRates(limit, before.urgentRate());
    return Trials.of(placement.producer(), rule);
  }
}
