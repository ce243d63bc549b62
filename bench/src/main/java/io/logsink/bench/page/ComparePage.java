package io.logsink.bench.page;

import io.logsink.bench.compare.ArmResult;
import io.logsink.bench.compare.ComparePlan;
import io.logsink.bench.compare.CompareResult;
import io.logsink.bench.compare.Interval;
import io.logsink.bench.compare.PairResult;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.Unit;
import io.logsink.bench.report.CompareReport;
import io.logsink.bench.report.Digits;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.SettingsLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison for people. */
public final class ComparePage {
  private static final double NANOS = 1e9;

  private final CompareResult result;
  private final String command;

  private ComparePage(CompareResult result, String command) {
    this.result = result;
    this.command = command;
  }

  /**
   * The page of one comparison.
   *
   * @param command the command line that makes it again
   */
  public static Document of(CompareResult result, String command) {
    return new ComparePage(result, command).page();
  }

  private Document page() {
    return new Document(
        "Comparison",
        new CompareReport(result, command).id(),
        command,
        MachineLines.host(result.machine()),
        new CompareVerdict(result).sentences(),
        List.of(
            Section.of("Arms", bars(), arms()).onTerminal(),
            Section.of("Pairs", pairs()),
            Section.of("How it was measured", method()),
            Section.of("The stores", stores()),
            Section.of("The machine", MachineLines.of(result.machine())),
            Section.of(
                "What else ran", HostLines.of(result.host().before(), result.host().during()))));
  }

  private Bars bars() {
    return new Bars(
        "Records a second",
        Unit.RECORDS_PER_SECOND,
        true,
        result.arms().stream().map(ComparePage::bar).toList());
  }

  private static Range bar(ArmResult member) {
    Interval nanos = member.nanosPerRecord();
    return new Range(
        name(member), NANOS / nanos.middle(), NANOS / nanos.high(), NANOS / nanos.low());
  }

  private static String name(ArmResult member) {
    return member.label() + (member.isFloor() ? " (floor)" : "");
  }

  private Table arms() {
    return new Table(
        List.of("arm", "records/s", "from", "to", "ns a record", "planted"),
        result.arms().stream().map(ComparePage::arm).toList());
  }

  private static List<String> arm(ArmResult member) {
    Interval nanos = member.nanosPerRecord();
    return List.of(
        name(member),
        perSecond(nanos.middle()),
        perSecond(nanos.high()),
        perSecond(nanos.low()),
        Digits.three(nanos.middle()),
        member.arm().plantedSlowdown() > 0 ? Words.percent(member.arm().plantedSlowdown()) : "");
  }

  private static String perSecond(double nanos) {
    return Digits.whole(Math.round(NANOS / nanos));
  }

  private Table pairs() {
    return new Table(
        List.of("pair", "verdict", "ratio", "from", "to", "noise floor"),
        result.pairs().stream().map(ComparePage::pair).toList());
  }

  private static List<String> pair(PairResult pair) {
    return List.of(
        "%s by %s".formatted(pair.second(), pair.first()),
        pair.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        three(pair.ratio().middle()),
        three(pair.ratio().low()),
        three(pair.ratio().high()),
        three(pair.noiseFactor()));
  }

  private static String three(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }

  private List<String> method() {
    ComparePlan plan = result.plan();
    return List.of(
        "%d rounds with the seed %d, of %s lines of %s each, in batches of %s, %s; a fresh store each"
            .formatted(
                plan.rounds(),
                plan.seed(),
                Digits.whole(result.recordCount()),
                plan.workload().name(),
                Digits.whole(plan.batchCount()),
                plan.syncEach() ? "each followed by a sync" : "and one sync in the end"),
        "intervals hold with %.0f %%, all pairs together; ratios are of the same round"
            .formatted(100 * ComparePlan.CONFIDENCE),
        "asked about is a difference of " + Words.percent(plan.effect()));
  }

  private List<String> stores() {
    List<String> lines = new ArrayList<>();
    for (ArmResult member : result.arms()) {
      lines.add("%s: %s".formatted(member.label(), member.promise().text()));
      lines.add(
          "%s was opened with %s".formatted(member.label(), SettingsLine.of(member.settings())));
      if (!member.engine().isEmpty()) {
        lines.add(
            "%s about itself: %s".formatted(member.label(), SettingsLine.of(member.engine())));
      }
    }
    return lines;
  }
}
