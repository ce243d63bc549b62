package io.logsink.bench.capacity;

import io.logsink.api.LogSinkException;
import io.logsink.bench.BenchProgress;
import io.logsink.bench.Contender;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.capacity.CapacityRun.Mode;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.stock.LineStock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for the capacity of several stores, one after the other. For one thread, and once. */
public final class CapacityBench {
  private final CapacityPlan plan;
  private final List<Contender> contenders;
  private final BenchProgress progress;

  /** A run that has not begun. */
  public CapacityBench(CapacityPlan plan, List<Contender> contenders, BenchProgress progress) {
    this.plan = plan;
    this.contenders = List.copyOf(contenders);
    this.progress = progress;
  }

  /**
   * Runs it. A store that cannot be opened, or throws, is a failure; the others go on.
   *
   * @throws IOException when the plan's folder cannot be written, or its lines not be read
   * @throws InterruptedException when the thread was interrupted
   */
  public CapacityResult run() throws IOException, InterruptedException {
    Instant start = Instant.now();
    long startNanos = System.nanoTime();
    Files.createDirectories(plan.folder());
    MachineProfile machine = MachineProfile.of(plan.folder());
    Map<String, LineStock> stocks = LineStock.of(plan.workload());
    List<CapacityCell> cells = new ArrayList<>();
    Map<String, String> failures = new TreeMap<>();
    try (StoreFolders folders = new StoreFolders(plan.folder())) {
      List<Mode> modes = modes();
      for (int i = 0; i < modes.size(); i++) {
        Mode mode = modes.get(i);
        Share share = new Share(progress, i, modes.size(), System.nanoTime() - startNanos);
        try {
          cells.add(new CapacityRun(plan, mode, stocks, folders, share).run());
        } catch (LogSinkException | RuntimeException | LinkageError e) {
          failures.put(mode.contender().label(), String.valueOf(e.getMessage()));
        }
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    return new CapacityResult(start, took, machine, plan, cells, failures);
  }

  /** Nobody can ask a floor, so that readers would make no difference. */
  private List<Boolean> readerModes(Contender contender) {
    return contender.isFloor() ? List.of(false) : plan.readerModes();
  }

  private List<Mode> modes() {
    return contenders.stream()
        .flatMap(
            contender -> readerModes(contender).stream().map(mode -> new Mode(contender, mode)))
        .toList();
  }
}
