package io.logsink.bench.compare;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.BenchProgress;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.host.HostWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs laps. All of them have the same lines; how many is found out in the warm-up. An arm that
 * throws is out; the others go on. For one thread.
 */
final class Track {
  /** The JVM has compiled what matters after these, and the lines are as many as wanted. */
  static final int WARM_UP_ROUNDS = 6;

  private static final int FIRST_BATCHES = 4;
  private static final int MOST_GROWTH = 8;
  private static final int MOST_RECORDS = 500_000;

  private final ComparePlan plan;
  private final Lines lines;
  private final StoreFolders folders;
  private final Surroundings surroundings;
  private final BenchProgress progress;
  private final int lapCount;
  private final long startNanos = System.nanoTime();
  private List<LogBatch> batches;
  private int doneCount;

  /** A track for {@code lapCount} laps in all. */
  Track(
      ComparePlan plan,
      Lines lines,
      StoreFolders folders,
      Surroundings surroundings,
      BenchProgress progress,
      int lapCount) {
    this.plan = plan;
    this.lines = lines;
    this.folders = folders;
    this.surroundings = surroundings;
    this.progress = progress;
    this.lapCount = lapCount;
    this.batches = lines.batches(FIRST_BATCHES);
  }

  /** Runs all of them a few times, and finds out how many lines fill a stretch. */
  void warmUp(List<Entrant> entrants) {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (Entrant entrant : entrants) {
        run("warming up " + entrant.arm().label(), entrant, entrant::warmed);
      }
      double nanos =
          entrants.stream()
              .filter(entrant -> entrant.isRunning() && !entrant.arm().contender().isFloor())
              .mapToLong(entrant -> entrant.latest().nanos())
              .average()
              .orElse((double) plan.stretch().toNanos());
      batches = lines.batches(wantedBatches(nanos));
    }
  }

  private int wantedBatches(double nanos) {
    double wanted = batches.size() * plan.stretch().toNanos() / Math.max(1, nanos);
    int most = Math.min(batches.size() * MOST_GROWTH, MOST_RECORDS / plan.batchCount());
    return Math.clamp(Math.round(wanted), 1, Math.max(1, most));
  }

  /** Measures all of them so often as is planned. */
  void measure(String what, List<Entrant> entrants, long seed, HostWatch watch) {
    RoundOrder<Entrant> order = new RoundOrder<>(entrants, seed);
    for (int round = 1; round <= plan.rounds(); round++) {
      watch.roundBegins();
      for (Entrant entrant : order.next()) {
        run(
            "%s, round %d of %d: %s".formatted(what, round, plan.rounds(), entrant.arm().label()),
            entrant,
            entrant::measured);
      }
      watch.roundEnds();
    }
  }

  private void run(String what, Entrant entrant, Consumer<Lap> taker) {
    say(what);
    if (entrant.isRunning()) {
      surroundings.settle().run();
      try {
        taker.accept(
            Lap.of(entrant.arm(), batches, plan.syncEach(), surroundings.clock(), folders.fresh()));
      } catch (LogSinkException | IOException | RuntimeException | LinkageError e) {
        entrant.failed(e);
      }
    }
  }

  private void say(String what) {
    double done = (double) doneCount++ / lapCount;
    double leftNanos = done == 0 ? 0 : (System.nanoTime() - startNanos) / done * (1 - done);
    progress.at(what, done, Duration.ofNanos((long) leftNanos));
  }

  /** How many records a lap has. */
  int recordCount() {
    return batches.stream().mapToInt(LogBatch::size).sum();
  }
}
