package io.logsink.bench.compare;

import io.logsink.bench.Promise;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.compare.Judge.Judgement;
import io.logsink.bench.host.HostReport;
import io.logsink.bench.machine.MachineProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a result of what was measured.
 *
 * @param plan how it was measured
 * @param entrants the arms and the floors
 * @param twins each arm beside itself
 * @param host what else the machine did
 */
record Scoring(ComparePlan plan, List<Entrant> entrants, List<Twins> twins, HostReport host) {
  private static final String BUSY = "the host was busy: ";

  /**
   * That of one of {@code count} intervals, so that all of them together cover what they should
   * with {@link ComparePlan#CONFIDENCE} (Bonferroni's correction).
   */
  static double confidence(int count) {
    return 1 - (1 - ComparePlan.CONFIDENCE) / Math.max(1, count);
  }

  CompareResult result(Instant start, Duration took, MachineProfile machine, int recordCount) {
    List<NoiseFloor> noise =
        twins.stream().flatMap(pair -> pair.noise(confidence(twins.size())).stream()).toList();
    List<ArmResult> arms = running().stream().map(this::armResult).toList();
    return new CompareResult(
        start, took, machine, plan, recordCount, noise, arms, pairs(), host, failures());
  }

  private List<Entrant> running() {
    return entrants.stream()
        .filter(
            entrant -> entrant.isRunning() && twinsOf(entrant).flatMap(Twins::failure).isEmpty())
        .toList();
  }

  private Optional<Twins> twinsOf(Entrant entrant) {
    return twins.stream().filter(pair -> pair.areLike(entrant.arm())).findFirst();
  }

  private ArmResult armResult(Entrant entrant) {
    Lap lap = entrant.latest();
    return new ArmResult(
        entrant.arm(),
        promise(entrant),
        new SettingsRecord(entrant.arm().contender().settings()).flat(),
        lap.engine(),
        Interval.of(entrant.nanosPerRecord(), ComparePlan.CONFIDENCE),
        entrant.nanosPerRecord());
  }

  /** When each append is synced, what holds after a sync holds after each. */
  private Promise promise(Entrant entrant) {
    Lap lap = entrant.latest();
    return new Promise(
        plan.syncEach()
            ? lap.capabilities().syncDurability()
            : lap.capabilities().appendDurability(),
        lap.capabilities().syncDurability());
  }

  private List<PairResult> pairs() {
    List<List<Entrant>> pairs = new ArrayList<>();
    List<Entrant> arms =
        running().stream().filter(entrant -> !entrant.arm().contender().isFloor()).toList();
    arms.stream()
        .collect(Collectors.groupingBy(this::promise, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(group -> pairs.addAll(pairsOf(group)));
    return pairs.stream()
        .map(pair -> pairResult(pair.get(0), pair.get(1), confidence(pairs.size())))
        .toList();
  }

  private static List<List<Entrant>> pairsOf(List<Entrant> group) {
    List<List<Entrant>> pairs = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      for (Entrant second : group.subList(i + 1, group.size())) {
        pairs.add(List.of(group.get(i), second));
      }
    }
    return pairs;
  }

  private PairResult pairResult(Entrant first, Entrant second, double confidence) {
    List<Double> ratios = second.ratiosTo(first);
    Interval ratio = Interval.of(ratios, confidence);
    double noise = Math.max(noiseFactor(first), noiseFactor(second));
    Judgement judgement =
        host.forbidsVerdict()
            ? new Judgement(Verdict.CANNOT_TELL, BUSY + String.join("; ", host.complaints()))
            : new Judge(plan.effect()).judge(ratio, noise);
    return new PairResult(
        first.arm().label(),
        second.arm().label(),
        ratio,
        ratios,
        noise,
        judgement.verdict(),
        judgement.reason());
  }

  private double noiseFactor(Entrant entrant) {
    return twinsOf(entrant)
        .flatMap(pair -> pair.noise(confidence(twins.size())))
        .map(NoiseFloor::factor)
        .orElseThrow();
  }

  private Map<String, String> failures() {
    Map<String, String> failures = new TreeMap<>();
    for (Entrant entrant : entrants) {
      entrant
          .failure()
          .or(() -> twinsOf(entrant).flatMap(Twins::failure))
          .ifPresent(failure -> failures.put(entrant.arm().label(), failure));
    }
    return failures;
  }
}
