package io.logsink.bench.matrix;

import io.logsink.api.LogSinkException;
import io.logsink.bench.BenchProgress;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.stretch.ReaderQuestions;
import io.logsink.bench.stretch.Supply;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures every cell of a matrix. First each has a short stretch that warms the JVM up, and all
 * that it stored is read back and compared. Then come the rounds: each measures every cell once, on
 * a fresh store, and begins with another one than the round before. A cell that fails is out; the
 * others go on.
 *
 * <p>For one thread, and once.
 */
public final class Matrix {
  private static final double SURE_SHARE = 0.02;

  private final MatrixPlan plan;
  private final Workload workload;
  private final BenchProgress progress;
  private final ReaderQuestions questions;
  private final List<CellTally> tallies;
  private final long start = System.nanoTime();
  private int passCount;

  /** A run that has not begun. */
  public Matrix(MatrixPlan plan, Workload workload, BenchProgress progress) {
    this.plan = plan;
    this.workload = workload;
    this.progress = progress;
    this.questions = ReaderQuestions.about(workload.records());
    this.tallies = plan.cells().stream().map(CellTally::new).toList();
  }

  /**
   * Runs it.
   *
   * @throws IOException when the plan's folder cannot be written
   */
  public MatrixResult run() throws IOException {
    Instant began = Instant.now();
    Files.createDirectories(plan.folder());
    MachineProfile machine = MachineProfile.of(plan.folder());
    try (StoreFolders folders = new StoreFolders(plan.folder())) {
      warmUp(folders);
      for (int round = 0; round < plan.rounds(); round++) {
        measure(round, folders);
      }
    }
    return new MatrixResult(
        began,
        Duration.ofNanos(System.nanoTime() - start),
        machine,
        workload,
        plan,
        questions,
        tallies.stream().filter(CellTally::isRunning).map(CellTally::result).toList(),
        failures());
  }

  private void warmUp(StoreFolders folders) {
    CellPass pass = new CellPass(plan.warmUp(), questions, true);
    for (CellTally tally : tallies) {
      say("checking " + tally.cell().label());
      run(pass, tally, folders);
    }
    tallies.forEach(CellTally::forget);
  }

  private void measure(int round, StoreFolders folders) {
    CellPass pass = new CellPass(plan.limits(), questions, false);
    for (int i = 0; i < tallies.size(); i++) {
      CellTally tally = tallies.get(place(round, i));
      say("round %d of %d: %s".formatted(round + 1, plan.rounds(), tally.cell().label()));
      run(pass, tally, folders);
    }
  }

  private int place(int round, int index) {
    int first = (int) ((long) tallies.size() * round / plan.rounds());
    return (first + index) % tallies.size();
  }

  private void run(CellPass pass, CellTally tally, StoreFolders folders) {
    passCount++;
    if (tally.isRunning()) {
      // What the pass before left behind is not to be collected in this one's time.
      System.gc();
      try {
        Supply supply = new Supply(workload.records(), tally.cell().batchCount());
        tally.measured(pass.of(tally.cell(), supply, folders.fresh()));
      } catch (LogSinkException | UnfitCellException | IOException | RuntimeException e) {
        tally.failed(e);
      }
    }
  }

  /** What is left is reckoned by the plan, and by how far that was wrong up to now. */
  private void say(String what) {
    double planned = plan.estimate(passCount) / (double) plan.estimate(plan.passCount());
    long pastNanos = System.nanoTime() - start;
    double wholeNanos = planned > SURE_SHARE ? pastNanos / planned : plan.estimate().toNanos();
    progress.at(what, planned, Duration.ofNanos((long) (wholeNanos * (1 - planned))));
  }

  private Map<String, String> failures() {
    Map<String, String> failures = new LinkedHashMap<>();
    tallies.forEach(
        tally -> tally.failure().ifPresent(message -> failures.put(tally.cell().label(), message)));
    return failures;
  }
}
