package io.logsink.bench.report;

import io.logsink.bench.compare.ComparePlan;
import io.logsink.bench.compare.CompareResult;

/**
 * A comparison as one JSON object; its fields are described in {@code docs/bench.md}.
 *
 * @param result what it came to
 * @param command the command line that makes it again
 */
public record CompareReport(CompareResult result, String command) {
  /** The version of the form; a field that changes its meaning or goes changes it. */
  static final int SCHEMA = 1;

  private static final String KIND = "compare";

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
            .put("plan", plan())
            .put("host", CompareJson.host(result.host()))
            .put("noise", result.noise().stream().map(CompareJson::noise).toList())
            .put("arms", result.arms().stream().map(CompareJson::arm).toList())
            .put("pairs", result.pairs().stream().map(CompareJson::pair).toList())
            .put("failures", JsonReport.texts(result.failures()))
        + "\n";
  }

  private JsonObject plan() {
    ComparePlan plan = result.plan();
    return new JsonObject()
        .put("rounds", plan.rounds())
        .put("stretchMillis", plan.stretch().toMillis())
        .put("recordCount", result.recordCount())
        .put("batchCount", plan.batchCount())
        .put("effect", plan.effect())
        .put("confidence", ComparePlan.CONFIDENCE)
        .put("syncEach", plan.syncEach())
        .put("seed", plan.seed());
  }
}
