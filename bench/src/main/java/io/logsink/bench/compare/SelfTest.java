package io.logsink.bench.compare;

import io.logsink.bench.BenchProgress;
import io.logsink.bench.Contender;
import io.logsink.bench.host.HostBusyException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks whether the comparison itself can be believed: it compares a contender with itself, again
 * and again, with one of the two made slower by a known share and with neither. With it, that one
 * has to be named; without, none. For one thread, and once.
 */
public final class SelfTest {
  private static final String OTHER = "-again";

  private final ComparePlan plan;
  private final Contender contender;
  private final double planted;
  private final int repetitions;
  private final Surroundings surroundings;
  private final BenchProgress progress;
  private final long startNanos = System.nanoTime();

  /**
   * A test that has not begun.
   *
   * @param planted the slowdown, 0.2 is 20 %
   * @param repetitions comparisons of each kind, 1 or more
   */
  public SelfTest(
      ComparePlan plan,
      Contender contender,
      double planted,
      int repetitions,
      BenchProgress progress) {
    this(plan, contender, planted, repetitions, Surroundings.REAL, progress);
  }

  SelfTest(
      ComparePlan plan,
      Contender contender,
      double planted,
      int repetitions,
      Surroundings surroundings,
      BenchProgress progress) {
    if (repetitions < 1) {
      throw new IllegalArgumentException(
          "a self test needs 1 repetition or more, not " + repetitions);
    }
    this.plan = plan;
    this.contender = contender;
    this.planted = planted;
    this.repetitions = repetitions;
    this.surroundings = surroundings;
    this.progress = progress;
  }

  /**
   * Runs it; the slow one is now the first and now the second.
   *
   * @throws HostBusyException when the machine does too much else before the first comparison,
   *     unless the plan is forced; later that is left to the verdicts
   * @throws IOException when the plan's folder cannot be written, or its lines not be read
   * @throws InterruptedException when the thread was interrupted
   */
  public SelfTestResult run() throws IOException, InterruptedException, HostBusyException {
    List<CompareResult> plain = new ArrayList<>();
    List<CompareResult> slowed = new ArrayList<>();
    Arm first = Arm.of(contender);
    Arm second =
        Arm.of(new Contender(contender.label() + OTHER, contender.backend(), contender.settings()));
    for (int i = 0; i < repetitions; i++) {
      plain.add(compare(2 * i, "nothing planted", List.of(first, second)));
      List<Arm> arms =
          i % 2 == 0
              ? List.of(first, second.slowedBy(planted))
              : List.of(first.slowedBy(planted), second);
      slowed.add(compare(2 * i + 1, "slowdown planted", arms));
    }
    return new SelfTestResult(planted, plain, slowed);
  }

  private CompareResult compare(int number, String kind, List<Arm> arms)
      throws IOException, InterruptedException, HostBusyException {
    ComparePlan own = plan.withSeed(plan.seed() + number);
    BenchProgress inner = (what, done, left) -> say(number, kind, what, done);
    Surroundings here = number == 0 ? surroundings : surroundings.again();
    return new CompareBench(own, arms, here, inner).run();
  }

  private void say(int number, String kind, String what, double done) {
    double all = (number + done) / (2 * repetitions);
    double leftNanos = all == 0 ? 0 : (System.nanoTime() - startNanos) / all * (1 - all);
    progress.at(
        "comparison %d of %d, %s: %s".formatted(number + 1, 2 * repetitions, kind, what),
        all,
        Duration.ofNanos((long) leftNanos));
  }
}
