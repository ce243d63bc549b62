package io.logsink.bench.decide;

import io.logsink.bench.decide.layout.Evidence;
import io.logsink.bench.decide.rule.Answer;
import io.logsink.bench.decide.rule.Rule;
import io.logsink.bench.machine.MachineProfile;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The answer, with what it rests on.
 *
 * @param answer what to do in total
 * @param rule which rule says so
 * @param sentence the same in words
 * @param wanted how many times the peak the stores have to hold
 * @param peakRate records a second of all sources, in the busiest second of each
 * @param headroom how many times that peak the stores hold now; empty when that is not known
 * @param headroomThen the same if the advice is followed
 * @param sources the answer for each source, the greatest producer first
 * @param flips what would change the answer
 * @param costs what following the advice costs
 * @param alternatives what would be enough as well
 * @param evidence the figures that it rests on
 * @param notes what else has to be known to believe it
 * @param advice what to change in the config
 * @param machine the machine that was decided for
 * @param origin where the producers are known from
 */
public record Decision(
    Answer answer,
    Rule rule,
    String sentence,
    double wanted,
    double peakRate,
    OptionalDouble headroom,
    OptionalDouble headroomThen,
    List<SourceDecision> sources,
    List<String> flips,
    List<String> costs,
    List<String> alternatives,
    List<Evidence> evidence,
    List<String> notes,
    Advice advice,
    MachineProfile machine,
    String origin) {
  /** Copies the lists. */
  public Decision {
    sources = List.copyOf(sources);
    flips = List.copyOf(flips);
    costs = List.copyOf(costs);
    alternatives = List.copyOf(alternatives);
    evidence = List.copyOf(evidence);
    notes = List.copyOf(notes);
  }
}
