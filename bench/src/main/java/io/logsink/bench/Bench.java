package io.logsink.bench;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares contenders with the same lines on the same disk.
 *
 * <p>First, each contender gets all lines and is read back in whole: every record has to come back
 * as it was given. That pass also warms the JVM up, and says how much fits into the time. Then come
 * the rounds. Each round measures every contender once, on a fresh store, and begins with another
 * one than the round before, so that what the machine does meanwhile does not fall on the same one.
 * A contender that throws, or whose answer is not right, is out; the others go on.
 *
 * <p>For one thread, and once.
 */
public final class Bench {
  private static final int ROOM_FACTOR = 4;
  private static final long ROOM_BYTES = 64L << 20;

  private final BenchPlan plan;
  private final Workload workload;
  private final List<Tally> tallies;
  private final BenchProgress progress;
  private final TimeTable time;

  /** A run that has not begun, though its time has. */
  public Bench(
      BenchPlan plan, Workload workload, List<Contender> contenders, BenchProgress progress) {
    this.plan = plan;
    this.workload = workload;
    this.tallies = contenders.stream().map(Tally::new).toList();
    this.progress = progress;
    this.time = new TimeTable(plan.time());
    if (contenders.stream().map(Contender::label).distinct().count() < contenders.size()) {
      throw new IllegalArgumentException("two contenders have the same label");
    }
  }

  /**
   * Runs it.
   *
   * @throws IOException when the plan's folder cannot be written or has too little room
   */
  public BenchResult run() throws IOException {
    Instant start = Instant.now();
    Files.createDirectories(plan.folder());
    requireRoom(plan.folder(), workload.bodyBytes());
    MachineProfile machine = MachineProfile.of(plan.folder());
    try (StoreFolders folders = new StoreFolders(plan.folder())) {
      check(folders);
      List<LogRecord> records = roundRecords();
      List<Question> questions = Questions.about(records);
      measure(folders, records, questions);
      return new BenchResult(
          start,
          Duration.ofNanos(time.pastNanos()),
          machine,
          workload,
          plan,
          records.size(),
          Workload.bodyBytes(records),
          questions,
          running().stream().map(Tally::result).toList(),
          failures());
    }
  }

  /** Asks for several times the lines: indexes, journals and files being replaced come on top. */
  static void requireRoom(Path folder, long bodyBytes) throws IOException {
    long neededBytes = bodyBytes * ROOM_FACTOR + ROOM_BYTES;
    long freeBytes = Files.getFileStore(folder).getUsableSpace();
    if (freeBytes < neededBytes) {
      throw new IOException(
          "%s has %d MB free, and %d MB may be needed; --dir takes another folder, --bytes fewer lines"
              .formatted(folder, freeBytes >> 20, neededBytes >> 20));
    }
  }

  private void check(StoreFolders folders) {
    List<LogBatch> batches = Batches.of(workload.records(), plan.batchCount());
    List<Question> questions = Questions.about(workload.records());
    for (int i = 0; i < tallies.size(); i++) {
      Tally tally = tallies.get(i);
      say("checking " + tally.contender().label(), time.leftNanos());
      int left = tallies.size() - i;
      long appendNanos = plan.fitTime() ? time.checkAppendNanos(left) : Long.MAX_VALUE;
      long askNanos = time.checkAskNanos(Math.max(1, tallies.size() * questions.size()));
      Pass pass = new Pass(batches, appendNanos, questions, askNanos, true);
      run(pass, tally, folders, tally::checked);
    }
  }

  private List<LogRecord> roundRecords() {
    double nanosPerRecord = running().stream().mapToDouble(Tally::storeNanosPerRecord).sum();
    int count = plan.fitTime() ? time.roundCount(plan.rounds(), nanosPerRecord) : Integer.MAX_VALUE;
    return workload.records().subList(0, Math.min(count, workload.records().size()));
  }

  private void measure(StoreFolders folders, List<LogRecord> records, List<Question> questions) {
    int askCount = Math.max(1, questions.size() * tallies.size() * plan.rounds());
    long askNanos = time.askNanos(askCount);
    Pass pass =
        new Pass(
            Batches.of(records, plan.batchCount()), Long.MAX_VALUE, questions, askNanos, false);
    running()
        .forEach(tally ->
            tally.expectPassNanos(
                (long) (tally.storeNanosPerRecord() * records.size())
                    + askNanos * questions.size()));
    for (int round = 0; round < plan.rounds(); round++) {
      measure(folders, pass, round);
    }
  }

  private void measure(StoreFolders folders, Pass pass, int round) {
    for (int i = 0; i < tallies.size(); i++) {
      Tally tally = tallies.get((round + i) % tallies.size());
      if (tally.isRunning()) {
        String what =
            "round %d of %d: %s".formatted(round + 1, plan.rounds(), tally.contender().label());
        say(what, leftNanos(round, i));
        run(pass, tally, folders, tally::measured);
      }
    }
  }

  private long leftNanos(int round, int place) {
    long nanos = 0;
    for (int i = 0; i < tallies.size(); i++) {
      Tally tally = tallies.get((round + i) % tallies.size());
      int passes = plan.rounds() - round - (i < place ? 1 : 0);
      nanos += tally.isRunning() ? tally.passNanos() * passes : 0;
    }
    return nanos;
  }

  private void say(String what, long leftNanos) {
    double done = (double) time.pastNanos() / (time.pastNanos() + leftNanos);
    progress.at(what, done, Duration.ofNanos(leftNanos));
  }

  /** Where what came of a pass is put. */
  @FunctionalInterface
  private interface Taker {
    void take(PassResult result, long tookNanos);
  }

  private static void run(Pass pass, Tally tally, StoreFolders folders, Taker taker) {
    // What the pass before left behind is not to be collected in this one's time.
    System.gc();
    long start = System.nanoTime();
    try {
      PassResult result = pass.of(tally.contender(), folders.fresh());
      taker.take(result, System.nanoTime() - start);
    } catch (LogSinkException
        | DifferenceException
        | IOException
        | RuntimeException
        | LinkageError e) {
      tally.failed(e);
    }
  }

  private List<Tally> running() {
    return tallies.stream().filter(Tally::isRunning).toList();
  }

  private Map<String, String> failures() {
    Map<String, String> failures = new LinkedHashMap<>();
    tallies.forEach(tally ->
        tally.failure().ifPresent(message -> failures.put(tally.contender().label(), message)));
    return failures;
  }
}
