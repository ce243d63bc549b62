package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.compare.Arm;
import io.logsink.bench.compare.CompareBench;
import io.logsink.bench.compare.ComparePlan;
import io.logsink.bench.compare.CompareResult;
import io.logsink.bench.compare.SelfTest;
import io.logsink.bench.compare.SelfTestResult;
import io.logsink.bench.host.HostBusyException;
import io.logsink.bench.page.ComparePage;
import io.logsink.bench.page.SelfTestPage;
import io.logsink.bench.report.CompareReport;
import io.logsink.bench.report.SelfTestReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink bench compare}: which of several stores is slower, if that can be told. */
@Command(
    name = "compare",
    description = "Says which store takes longer to append, or that it cannot be told here.",
    footer =
        "Exit code: 0; 1 when a store failed, or a self test named what it should not or missed"
            + " what it should name; 2 on an error, or when the host is busy.")
final class BenchCompareCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private BenchWorkload workload;
  @Mixin private BenchArms arms;
  @Mixin private BenchRounds rounds;
  @Mixin private BenchOutput output;

  @Option(
      names = "--self-test",
      paramLabel = "N",
      description =
          "Compare one arm with itself N times with a slowdown planted and N times without, and"
              + " count what is noticed.")
  private Optional<Integer> selfTest = Optional.empty();

  @Option(
      names = "--planted",
      paramLabel = "SHARE",
      converter = Percentage.class,
      description = "The slowdown of a self test; 20%% when not given.")
  private Double planted = 0.2;

  BenchCompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, HostBusyException {
    ComparePlan plan = rounds.plan(workload.read(), output.folder());
    return selfTest.isPresent() ? test(plan, selfTest.orElseThrow()) : compare(plan);
  }

  private int compare(ComparePlan plan)
      throws IOException, InterruptedException, HostBusyException {
    CompareResult result;
    try (ProgressLine progress = ProgressLine.on(console)) {
      result = new CompareBench(plan, arms.all(console), progress).run();
    }
    String command = rounds.commandLine(output, plan);
    output.report(
        console, ComparePage.of(result, command), new CompareReport(result, command).toString());
    return result.failures().isEmpty() ? 0 : 1;
  }

  private int test(ComparePlan plan, int repetitions)
      throws IOException, InterruptedException, HostBusyException {
    Contender contender = one(arms.all(console));
    SelfTestResult result;
    try (ProgressLine progress = ProgressLine.on(console)) {
      result = new SelfTest(plan, contender, planted, repetitions, progress).run();
    }
    String command = rounds.commandLine(output, plan);
    output.report(
        console, SelfTestPage.of(result, command), new SelfTestReport(result, command).toString());
    return result.passed() ? 0 : 1;
  }

  private static Contender one(List<Arm> all) {
    if (all.size() != 1) {
      throw new IllegalArgumentException(
          "a self test takes one arm, not %d; choose it with --backend or --arm"
              .formatted(all.size()));
    }
    return all.getFirst().contender();
  }
}
