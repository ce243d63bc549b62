package io.logsink.bench.matrix.report;

import io.logsink.bench.matrix.MatrixPlan;
import io.logsink.bench.matrix.MatrixResult;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the tables of a matrix stand on, in lines for people. */
record MatrixMethod(MatrixResult result) {
  List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "%s, %d s".formatted(result.start(), result.took().toSeconds()),
                rounds(),
                Supply.words(result.workload()),
                readers(),
                "shared: %d commits a second to another table of the same file"
                    .formatted(MatrixPlan.JOB_UPDATES_PER_SECOND)));
    lines.addAll(MachineLines.of(result.machine()));
    lines.addAll(absent());
    lines.add("medians, and in brackets from the lowest to the highest round");
    return lines;
  }

  private String rounds() {
    MatrixPlan plan = result.plan();
    return "%d cells, %d rounds of %d ms or %d MB each, every cell once a round on a fresh store"
        .formatted(
            plan.cells().size(),
            plan.rounds(),
            plan.limits().time().toMillis(),
            plan.limits().maxBytes() >> 20);
  }

  private String readers() {
    return "readers: one that asks every %d ms, in turn for the newest 200 of source %s and for the newest 200 with the word \"%s\""
        .formatted(
            MatrixPlan.READER_EVERY.toMillis(),
            result.questions().source(),
            result.questions().word());
  }

  private List<String> absent() {
    return Stream.of(Measure.DEVICE, Measure.PEAK)
        .filter(measure ->
            result.results().stream().noneMatch(member -> member.figures().containsKey(measure)))
        .map(measure -> measure.title() + ": absent, because this system does not tell it")
        .toList();
  }
}
