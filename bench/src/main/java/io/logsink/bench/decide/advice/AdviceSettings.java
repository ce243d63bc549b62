package io.logsink.bench.decide.advice;

import io.logsink.pipeline.SourceRule;
import java.util.List;

/**
 * Rules as a section of a config, only to have them written as every other setting is.
 *
 * @param rules the rules
 */
record AdviceSettings(List<SourceRule> rules) {
  static final String SECTION = "advice";
}
