package io.logsink.bench.decide;

import io.logsink.bench.decide.rule.Answer;
import io.logsink.bench.decide.rule.Rule;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What to do about one source.
 *
 * @param source its name
 * @param answer what to do
 * @param rule which rule says so
 * @param meanRate records a second that it brings on average
 * @param peakRate the same in its busiest second
 * @param store what the store is called where it goes now; the backend when it was not measured
 * @param storeThen the same if the answer is followed
 * @param headroom how many times its peak that store holds, were it alone there
 * @param headroomThen the same if the answer is followed
 * @param because why
 * @param flips what would change the answer
 * @param costs what following it costs
 * @param runIds the runs whose figures count for it
 */
public record SourceDecision(
    String source,
    Answer answer,
    Rule rule,
    double meanRate,
    double peakRate,
    String store,
    String storeThen,
    OptionalDouble headroom,
    OptionalDouble headroomThen,
    String because,
    String flips,
    String costs,
    List<String> runIds) {
  /** Copies the list. */
  public SourceDecision {
    runIds = List.copyOf(runIds);
  }
}
