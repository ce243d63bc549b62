package io.logsink.bench.compare;

import io.logsink.bench.BenchProgress;
import io.logsink.bench.Contenders;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.host.HostBusyException;
import io.logsink.bench.host.HostLoad;
import io.logsink.bench.host.HostReport;
import io.logsink.bench.host.HostWatch;
import io.logsink.bench.machine.MachineProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares arms: the same lines into a fresh store of each, in rounds that measure every arm once,
 * in an order that is drawn. First each arm is compared with itself in the same way: that is what a
 * difference has to exceed. The floors take part in every round, and are not compared.
 *
 * <p>For one thread, and once.
 */
public final class CompareBench {
  private final ComparePlan plan;
  private final List<Arm> arms;
  private final Surroundings surroundings;
  private final BenchProgress progress;

  /**
   * A run that has not begun.
   *
   * @param arms two or more, without the floors, with labels of their own
   * @throws IllegalArgumentException when there are fewer, two have the same label, or the rounds
   *     are too few for so many
   */
  public CompareBench(ComparePlan plan, List<Arm> arms, BenchProgress progress) {
    this(plan, arms, Surroundings.REAL, progress);
  }

  CompareBench(
      ComparePlan plan, List<Arm> arms, Surroundings surroundings, BenchProgress progress) {
    this.plan = plan;
    this.arms = List.copyOf(arms);
    this.surroundings = surroundings;
    this.progress = progress;
    requireComparable();
  }

  private void requireComparable() {
    if (arms.size() < 2) {
      throw new IllegalArgumentException(
          "a comparison needs two arms or more, not %d".formatted(arms.size()));
    }
    if (arms.stream().map(Arm::label).distinct().count() < arms.size()) {
      throw new IllegalArgumentException("two arms have the same label; give each one of its own");
    }
    int pairCount = arms.size() * (arms.size() - 1) / 2;
    int noiseCount = Twins.of(arms).size();
    int fewest = Interval.fewest(Scoring.confidence(Math.max(pairCount, noiseCount)));
    if (plan.rounds() < fewest) {
      throw new IllegalArgumentException(
          "%d arms need %d rounds or more, not %d".formatted(arms.size(), fewest, plan.rounds()));
    }
  }

  /**
   * Runs it. An arm that throws is a failure; the others go on.
   *
   * @throws HostBusyException when the machine does too much else, unless the plan is forced
   * @throws IOException when the plan's folder cannot be written, or its lines not be read
   * @throws InterruptedException when the thread was interrupted
   */
  public CompareResult run() throws IOException, InterruptedException, HostBusyException {
    Instant start = Instant.now();
    long startNanos = System.nanoTime();
    int coreCount = Runtime.getRuntime().availableProcessors();
    progress.at("looking at what else runs here", 0, Duration.ZERO);
    Optional<HostLoad> before = HostWatch.idle(surroundings.look());
    if (before.isPresent() && surroundings.refusing() && !plan.forced()) {
      HostBusyException.throwIfBusy(before.orElseThrow(), coreCount);
    }
    Files.createDirectories(plan.folder());
    MachineProfile machine = MachineProfile.of(plan.folder());
    HostWatch watch = new HostWatch();
    try (StoreFolders folders = new StoreFolders(plan.folder())) {
      List<Entrant> entrants = entrants();
      List<Twins> twins = Twins.of(arms);
      Track track = track(folders, entrants.size(), twins.size());
      track.warmUp(entrants);
      track.measure("noise floor", both(twins), plan.seed(), watch);
      track.measure("comparison", entrants, plan.seed() + 1, watch);
      HostReport host =
          HostReport.of(before, surroundings.limits(), watch, coreCount, plan.forced());
      return new Scoring(plan, entrants, twins, host)
          .result(
              start,
              Duration.ofNanos(System.nanoTime() - startNanos),
              machine,
              track.recordCount());
    }
  }

  /** The floors are measured as the arms are. */
  private List<Entrant> entrants() {
    return Stream.concat(Contenders.floors().stream().map(Arm::of), arms.stream())
        .map(Entrant::new)
        .toList();
  }

  private static List<Entrant> both(List<Twins> twins) {
    List<Entrant> both = new ArrayList<>();
    twins.forEach(pair -> both.addAll(List.of(pair.first(), pair.second())));
    return both;
  }

  private Track track(StoreFolders folders, int entrantCount, int twinsCount) throws IOException {
    int lapCount =
        Track.WARM_UP_ROUNDS * entrantCount + plan.rounds() * (entrantCount + 2 * twinsCount);
    Lines lines = Lines.of(plan.workload(), plan.batchCount());
    return new Track(plan, lines, folders, surroundings, progress, lapCount);
  }
}
