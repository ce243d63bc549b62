package io.logsink.bench.decide.report;

import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.SourceDecision;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.machine.MachineProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision as a page to keep beside the others in {@code docs/decisions}. {@link #toString()} is
 * the text.
 *
 * @param decision what was decided
 * @param time when
 * @param command the command line that makes it again
 */
public record DecisionMarkdown(Decision decision, Instant time, String command) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("# Decision: %s%n%n".formatted(decision.answer().words()))
        .append("    %s%n%n".formatted(command))
        .append("*%s, rule %s.* %s%n".formatted(time, decision.rule(), decision.sentence()));
    if (!decision.sources().isEmpty()) {
      section(text, "Source by source", table());
      section(
          text, "Why", bullets(decision.sources().stream().map(DecisionMarkdown::why).toList()));
    }
    section(text, "What would change it", bullets(decision.flips()));
    section(text, "What it costs", bullets(decision.costs()));
    section(text, "What would do as well", bullets(decision.alternatives()));
    section(
        text,
        "Evidence",
        bullets(decision.evidence().stream().map(DecisionText::evidence).toList()));
    section(text, "To be known", bullets(decision.notes()));
    section(text, "The machine", machine(decision.machine()));
    return text.toString();
  }

  private static void section(StringBuilder text, String title, String body) {
    if (!body.isEmpty()) {
      text.append("%n## %s%n%n%s".formatted(title, body));
    }
  }

  private static String bullets(List<String> lines) {
    return lines.stream().map("- %s%n"::formatted).collect(Collectors.joining());
  }

  private String table() {
    String header =
        "Producers: %s.%n%n| source | answer | rule | records/s | at its peak | store | holds | then | holds |%n| --- | --- | --- | ---: | ---: | --- | ---: | --- | ---: |%n"
            .formatted(decision.origin());
    String rows =
        decision.sources().stream().map(DecisionMarkdown::row).collect(Collectors.joining());
    return header
        + rows
        + "| **all** | **%s** | %s | | %s | | %s | | %s |%n"
            .formatted(
                decision.answer().words(),
                decision.rule(),
                Amounts.number(decision.peakRate()),
                Figures.times(decision.headroom()),
                Figures.times(decision.headroomThen()));
  }

  private static String row(SourceDecision source) {
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            source.source(),
            source.answer().words(),
            source.rule(),
            Amounts.number(source.meanRate()),
            Amounts.number(source.peakRate()),
            source.store(),
            Figures.times(source.headroom()),
            source.storeThen(),
            Figures.times(source.headroomThen()));
  }

  private static String why(SourceDecision source) {
    String flips = source.flips().isEmpty() ? "" : " Flips: %s.".formatted(source.flips());
    String costs = source.costs().isEmpty() ? "" : " Costs: %s.".formatted(source.costs());
    String runs =
        source.runIds().isEmpty() ? "" : " (%s)".formatted(String.join(", ", source.runIds()));
    return "**%s**: %s%s.%s%s".formatted(source.source(), source.because(), runs, flips, costs);
  }

  private static String machine(MachineProfile machine) {
    return "%s, %d cores, %s, %s, a flush of 4 KB in %s; %s; revision %s.%n"
        .formatted(
            machine.cpu(),
            machine.coreCount(),
            machine.system(),
            machine.fileSystem(),
            Amounts.time(Duration.ofNanos(machine.flushNanos())),
            machine.jvm(),
            machine.revision());
  }
}
