package io.logsink.bench.report;

import io.logsink.bench.BenchResult;
import io.logsink.bench.Metric;
import io.logsink.bench.Question;
import io.logsink.bench.ReadBack;
import io.logsink.bench.lines.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the tables stand on, in lines for people. */
record Summary(BenchResult result) {
  /** What was appended and asked. */
  List<String> method() {
    List<String> lines = new ArrayList<>(List.of(lines(), rounds(), readBack()));
    if (!result.questions().isEmpty()) {
      lines.add(questions());
    }
    return lines;
  }

  private String lines() {
    Workload workload = result.workload();
    return "%s lines, %s MB, %s sources, the longest of %s bytes, from %s%s%s"
        .formatted(
            Digits.whole(workload.records().size()),
            Digits.three(workload.bodyBytes() / 1e6),
            Digits.whole(workload.sourceCount()),
            Digits.whole(workload.longestBytes()),
            workload.description(),
            workload.whole() ? "" : ", which has more",
            workload.cutCount() == 0 ? "" : "; cut %d times".formatted(workload.cutCount()));
  }

  private String rounds() {
    return "%d rounds of %s lines, %s MB, in batches of %s, then one sync; a fresh store each"
        .formatted(
            result.plan().rounds(),
            Digits.whole(result.roundCount()),
            Digits.three(result.roundBytes() / 1e6),
            Digits.whole(result.plan().batchCount()));
  }

  private String readBack() {
    String each =
        result.results().stream()
            .filter(member -> !member.contender().isFloor())
            .map(member -> "%s %s".formatted(member.label(), text(member.readBack())))
            .collect(Collectors.joining(", "));
    return "sealed, read back and equal byte for byte before the rounds: " + each;
  }

  private String text(ReadBack back) {
    String appended =
        back.appendedCount() == result.workload().records().size()
            ? "all"
            : "the first " + Digits.whole(back.appendedCount());
    if (back.countedCount() > 0) {
      return appended + " (lines counted, not read)";
    }
    return back.overwrittenCount() == 0
        ? appended
        : "%s, of which %s are overwritten"
            .formatted(appended, Digits.whole(back.overwrittenCount()));
  }

  private String questions() {
    return result.questions().stream()
        .map(question ->
            "%s \"%s\" (%s)".formatted(name(question.metric()), question.about(), hits(question)))
        .collect(Collectors.joining(", ", "asked for: ", ""));
  }

  private static String name(Metric metric) {
    return switch (metric) {
      case NEWEST_BUSY -> "busy source";
      case NEWEST_QUIET -> "quiet source";
      case WORD_RARE -> "rare word";
      default -> "common word";
    };
  }

  private static String hits(Question question) {
    int count = question.answer().size();
    return count < Question.LIMIT ? count + " in all" : "newest " + count;
  }

  /** What it ran on. */
  List<String> machine() {
    return MachineLines.of(result.machine());
  }

  /** One line for each contender that failed. */
  List<String> failures() {
    return result.failures().entrySet().stream()
        .map(failure -> "%s FAILED: %s".formatted(failure.getKey(), failure.getValue()))
        .toList();
  }
}
