package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.rule.Rule;
import java.util.stream.Stream;

/** A kind of change that can give a layout more headroom. */
public interface Remedy {
  /** Which rule it is when it alone is enough. */
  Rule rule();

  /** The steps that could be taken next, the one to prefer first. */
  Stream<Step> steps(Layout layout);
}
