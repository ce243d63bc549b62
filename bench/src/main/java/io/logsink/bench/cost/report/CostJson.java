package io.logsink.bench.cost.report;

import io.logsink.bench.Promise;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.cost.ContenderCosts;
import io.logsink.bench.cost.CostPlan;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.report.JsonObject;
import io.logsink.bench.report.JsonReport;
import io.logsink.bench.report.RunId;
import io.logsink.bench.stretch.MeasureTable;

/**
 * Costs as one JSON object; its fields are described in {@code docs/bench-matrix.md}.
 *
 * @param result the result
 * @param command the command line that makes it again
 */
public record CostJson(CostResult result, String command) {
  /** The version of the form; a field that changes its meaning or goes changes it. */
  static final int SCHEMA = 1;

  private static final String KIND = "costs";

  /** What others cite this run by. */
  public String id() {
    return RunId.of(KIND, result.start(), command);
  }

  @Override
  public String toString() {
    JsonObject absent = new JsonObject();
    result.absent().forEach((measure, why) -> absent.put(measure.field(), why));
    return new JsonObject()
            .put("schema", SCHEMA)
            .put("kind", KIND)
            .put("id", id())
            .put("command", command)
            .put("start", result.start().toString())
            .put("tookMillis", result.took().toMillis())
            .put("machine", JsonReport.machine(result.machine()))
            .put("workload", workload())
            .put("plan", plan(result.plan()))
            .put("contenders", result.results().stream().map(CostJson::contender).toList())
            .put("absent", absent)
            .put("failures", JsonReport.texts(result.failures()))
        + "\n";
  }

  private JsonObject workload() {
    return new JsonObject()
        .put("description", result.workload().description())
        .put("recordCount", result.workload().records().size())
        .put("bodyBytes", result.workload().bodyBytes())
        .put("sourceCount", result.workload().sourceCount());
  }

  private static JsonObject plan(CostPlan plan) {
    return new JsonObject()
        .put("rounds", plan.rounds())
        .put("batchCount", plan.batchCount())
        .put("stretchMillis", plan.limits().time().toMillis())
        .put("stretchMaxBytes", plan.limits().maxBytes())
        .put("killCount", plan.killCount());
  }

  private static JsonObject contender(ContenderCosts member) {
    return new JsonObject()
        .put("label", member.contender().label())
        .put("backend", member.contender().backend().name())
        .put("floor", member.contender().isFloor())
        .put("durability", JsonReport.durability(Promise.of(member.capabilities())))
        .put("settings", JsonReport.texts(new SettingsRecord(member.contender().settings()).flat()))
        .put("engine", JsonReport.texts(member.engine()))
        .put("figures", MeasureTable.json(member.figures()))
        .put("notes", member.notes().stream().sorted().toList());
  }
}
