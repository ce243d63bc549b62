package io.logsink.bench.page;

import io.logsink.bench.compare.ComparePlan;
import io.logsink.bench.compare.CompareResult;
import io.logsink.bench.compare.NoiseFloor;
import io.logsink.bench.compare.SelfTestResult;
import io.logsink.bench.compare.SelfTestResult.Counts;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.Table;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.SelfTestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A self test of the comparison for people. */
public final class SelfTestPage {
  private final SelfTestResult result;
  private final String command;

  private SelfTestPage(SelfTestResult result, String command) {
    this.result = result;
    this.command = command;
  }

  /**
   * The page of one test.
   *
   * @param command the command line that makes it again
   */
  public static Document of(SelfTestResult result, String command) {
    return new SelfTestPage(result, command).page();
  }

  private Document page() {
    return new Document(
        "Self test of the comparison",
        new SelfTestReport(result, command).id(),
        command,
        MachineLines.host(first().machine()),
        verdict(),
        List.of(
            Section.of("Counts", counts()).onTerminal(),
            Section.of("How it was measured", method()),
            Section.of("Comparisons", runs()),
            Section.of("The machine", MachineLines.of(first().machine()))));
  }

  private CompareResult first() {
    return result.plain().getFirst();
  }

  private List<String> verdict() {
    String planted = Words.percent(result.planted());
    Counts slowed = result.slowedCounts();
    Counts plain = result.plainCounts();
    return List.of(
        belief(plain, slowed),
        "with %s planted, %d of %d named the slower arm"
            .formatted(planted, slowed.rightCount(), result.slowed().size()),
        "with nothing planted, %d of %d named an arm"
            .formatted(plain.wrongCount(), result.plain().size()));
  }

  private String belief(Counts plain, Counts slowed) {
    if (result.passed()) {
      return "the comparison can be believed: it named what was slower and nothing else";
    }
    int faults =
        plain.wrongCount() + plain.missedCount() + slowed.wrongCount() + slowed.missedCount();
    return faults == 0
        ? "nothing wrong, but too little could be told here; take a quieter host or more --rounds"
        : "the comparison cannot be believed here: see the counts";
  }

  private Table counts() {
    return new Table(
        List.of("", "right", "wrong", "missed", "cannot tell"),
        List.of(
            counts("nothing planted", result.plainCounts()),
            counts(Words.percent(result.planted()) + " planted", result.slowedCounts())));
  }

  private static List<String> counts(String kind, Counts counts) {
    return Stream.concat(
            Stream.of(kind),
            Stream.of(
                    counts.rightCount(),
                    counts.wrongCount(),
                    counts.missedCount(),
                    counts.cannotTellCount())
                .map(String::valueOf))
        .toList();
  }

  private List<String> method() {
    ComparePlan plan = first().plan();
    return List.of(
        "%d comparisons of each kind, with %d rounds each and the seeds from %d on"
            .formatted(result.plain().size(), plan.rounds(), plan.seed()),
        "right: named the slower arm, or none where none was; missed: found nothing beyond noise"
            + " where an arm was slower");
  }

  private Table runs() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < result.plain().size(); i++) {
      rows.add(run("nothing", result.plain().get(i)));
      rows.add(run("planted", result.slowed().get(i)));
    }
    return new Table(List.of("kind", "seed", "noise floor", "disturbed", "says"), rows);
  }

  private static List<String> run(String kind, CompareResult run) {
    double noise = run.noise().stream().mapToDouble(NoiseFloor::factor).max().orElse(1) - 1;
    return List.of(
        kind,
        String.valueOf(run.plan().seed()),
        Words.percent(noise),
        String.format(
            Locale.ROOT, "%d of %d", run.host().disturbedCount(), run.host().roundCount()),
        run.pairs().isEmpty()
            ? "failed: " + run.failures()
            : CompareVerdict.sentence(run.pairs().getFirst()));
  }
}
