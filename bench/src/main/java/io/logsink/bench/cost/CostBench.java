package io.logsink.bench.cost;

import io.logsink.api.LogSinkException;
import io.logsink.bench.BenchProgress;
import io.logsink.bench.Contender;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.Supply;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what contenders cost. A round that does not count warms the JVM up. Then each round
 * fills a store of every contender and opens it again, kills a process that appends to one, and
 * appends to one whose windows are being dropped; it begins with another contender than the round
 * before. A contender that fails is out; the others go on.
 *
 * <p>For one thread, and once.
 */
public final class CostBench {
  private final CostPlan plan;
  private final Workload workload;
  private final List<CostTally> tallies;
  private final BenchProgress progress;
  private final long start = System.nanoTime();
  private int passCount;

  /** A run that has not begun. */
  public CostBench(
      CostPlan plan, Workload workload, List<Contender> contenders, BenchProgress progress) {
    this.plan = plan;
    this.workload = workload;
    this.tallies = contenders.stream().map(CostTally::new).toList();
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @throws IOException when the plan's folder cannot be written
   */
  public CostResult run() throws IOException {
    Instant began = Instant.now();
    Files.createDirectories(plan.folder());
    MachineProfile machine = MachineProfile.of(plan.folder());
    try (StoreFolders folders = new StoreFolders(plan.folder())) {
      for (int round = 0; round <= plan.rounds(); round++) {
        measure(round, folders);
        if (round == 0) {
          tallies.forEach(CostTally::forget);
        }
      }
    }
    return new CostResult(
        began,
        Duration.ofNanos(System.nanoTime() - start),
        machine,
        workload,
        plan,
        tallies.stream().filter(CostTally::isRunning).map(CostTally::result).toList(),
        Absences.here(),
        failures());
  }

  /** Round 0 warms up. */
  private void measure(int round, StoreFolders folders) {
    for (int i = 0; i < tallies.size(); i++) {
      CostTally tally = tallies.get((round + i) % tallies.size());
      String who = tally.contender().label();
      String what = round == 0 ? "warming up" : "round %d of %d".formatted(round, plan.rounds());
      say("%s: %s".formatted(what, who));
      if (tally.isRunning()) {
        run(tally, folders);
      }
      passCount++;
    }
  }

  private void run(CostTally tally, StoreFolders folders) {
    // What the pass before left behind is not to be collected in this one's time.
    System.gc();
    try {
      pass(folders, new Filling(tally, supply(), plan)::run);
      if (!tally.contender().isFloor()) {
        Recovery recovery = new Recovery(tally.contender(), workload.records(), plan);
        pass(folders, folder -> tally.measured(recovery.run(folder)));
      }
      if (RetentionPause.concerns(tally.contender())) {
        pass(folders, folder -> tally.measured(pause(tally, folder)));
      }
    } catch (LogSinkException | IOException | RuntimeException e) {
      tally.failed(e);
    }
  }

  private Supply supply() {
    return new Supply(workload.records(), plan.batchCount());
  }

  private Map<Measure, Double> pause(CostTally tally, Path folder) throws LogSinkException {
    Map<Measure, Double> figures =
        RetentionPause.of(tally.contender(), folder, supply(), plan.limits().time());
    if (figures.getOrDefault(Measure.DROPPED, 0.0) == 0) {
      tally.note("in a round no window was dropped: it took too few bytes for that");
    }
    return figures;
  }

  /** What is done with a store. */
  @FunctionalInterface
  private interface Use {
    void in(Path folder) throws LogSinkException, IOException;
  }

  private static void pass(StoreFolders folders, Use use) throws LogSinkException, IOException {
    Path folder = folders.fresh();
    try {
      use.in(folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private void say(String what) {
    double done = (double) passCount / (tallies.size() * (plan.rounds() + 1));
    long pastNanos = System.nanoTime() - start;
    double leftNanos = passCount == 0 ? 0 : pastNanos * (1 - done) / done;
    progress.at(what, done, Duration.ofNanos((long) leftNanos));
  }

  private Map<String, String> failures() {
    Map<String, String> failures = new LinkedHashMap<>();
    tallies.forEach(tally ->
        tally.failure().ifPresent(message -> failures.put(tally.contender().label(), message)));
    return failures;
  }
}
