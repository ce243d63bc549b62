package io.logsink.bench.decide.layout;

import io.logsink.bench.decide.rule.Rule;

/** A store, or why nothing can be told about it. */
public sealed interface Finding {
  /** It was measured. */
  record Known(Store store) implements Finding {}

  /**
   * It was not.
   *
   * @param rule why, E3 or E4
   * @param reason the same in words
   */
  record Unknown(Rule rule, String reason) implements Finding {}
}
