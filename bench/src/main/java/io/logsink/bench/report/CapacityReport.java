package io.logsink.bench.report;

import io.logsink.bench.capacity.CapacityCell;
import io.logsink.bench.capacity.CapacityLimits;
import io.logsink.bench.capacity.CapacityResult;
import io.logsink.bench.capacity.Trial;

/**
 * The capacities of several stores as one JSON object; its fields are described in {@code
 * docs/bench.md}.
 *
 * @param result what was found
 * @param command the command line that makes it again
 */
public record CapacityReport(CapacityResult result, String command) {
  /** The version of the form; a field that changes its meaning or goes changes it. */
  static final int SCHEMA = 1;

  private static final String KIND = "capacity";

  /** What others cite this run by. */
  public String id() {
    return RunId.of(KIND, result.start(), command);
  }

  @Override
  public String toString() {
    return new JsonObject()
            .put("schema", SCHEMA)
            .put("kind", KIND)
            .put("id", id())
            .put("command", command)
            .put("start", result.start().toString())
            .put("tookMillis", result.took().toMillis())
            .put("machine", JsonReport.machine(result.machine()))
            .put("workload", result.plan().workload().name())
            .put("trialMillis", result.plan().workload().settings().duration().toMillis())
            .put("limits", limits(result.plan().limits()))
            .put("cells", result.cells().stream().map(CapacityReport::cell).toList())
            .put("failures", JsonReport.texts(result.failures()))
        + "\n";
  }

  private static JsonObject limits(CapacityLimits limits) {
    return new JsonObject()
        .put("visibleP99Nanos", limits.visibleP99().toNanos())
        .put("resolution", limits.resolution())
        .put("startRate", limits.startRate())
        .put("maxRate", limits.maxRate())
        .put("confirmCount", limits.confirmCount())
        .put("maxTrialCount", limits.maxTrialCount());
  }

  private static JsonObject cell(CapacityCell cell) {
    JsonObject json =
        new JsonObject()
            .put("label", cell.label())
            .put("withReaders", cell.withReaders())
            .put("outcome", cell.capacity().outcome().name())
            .put("rate", cell.capacity().rate());
    cell.capacity().refused().ifPresent(refused -> json.put("refused", trial(refused)));
    json.put("confirmCount", cell.capacity().confirmCount())
        .put("sentence", cell.capacity().sentence())
        .put("trials", cell.capacity().trials().stream().map(CapacityReport::trial).toList());
    cell.held().ifPresent(held -> json.put("held", LoadJson.of(held)));
    return json;
  }

  private static JsonObject trial(Trial trial) {
    return new JsonObject()
        .put("rate", trial.rate())
        .put("verdict", trial.verdict().name())
        .put("reachedRate", trial.reachedRate())
        .put("visibleP99Nanos", trial.visibleP99Nanos())
        .put("droppedCount", trial.droppedCount())
        .put("growthNanos", trial.growthNanos())
        .put("reason", trial.reason());
  }
}
