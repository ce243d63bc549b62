package io.logsink.bench.matrix.report;

import io.logsink.bench.Promise;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.matrix.Cell;
import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.matrix.MatrixPlan;
import io.logsink.bench.matrix.MatrixResult;
import io.logsink.bench.matrix.report.FactorCost.Ratio;
import io.logsink.bench.report.JsonObject;
import io.logsink.bench.report.JsonReport;
import io.logsink.bench.report.RunId;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.MeasureTable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A matrix as one JSON object; its fields are described in {@code docs/bench-matrix.md}.
 *
 * @param result the result
 * @param command the command line that makes it again
 */
public record MatrixJson(MatrixResult result, String command) {
  /** The version of the form; a field that changes its meaning or goes changes it. */
  static final int SCHEMA = 1;

  private static final String KIND = "matrix";

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
            .put("workload", workload())
            .put("plan", plan())
            .put("cells", result.results().stream().map(MatrixJson::cell).toList())
            .put("costs", FactorCost.all(result.results()).stream().map(MatrixJson::cost).toList())
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

  private JsonObject plan() {
    return new JsonObject()
        .put("rounds", result.plan().rounds())
        .put("stretchMillis", result.plan().limits().time().toMillis())
        .put("stretchMaxBytes", result.plan().limits().maxBytes())
        .put("readerEveryMillis", MatrixPlan.READER_EVERY.toMillis())
        .put("readerSource", result.questions().source())
        .put("readerWord", result.questions().word())
        .put("jobUpdatesPerSecond", MatrixPlan.JOB_UPDATES_PER_SECOND);
  }

  private static JsonObject cell(CellResult member) {
    Cell cell = member.cell();
    return new JsonObject()
        .put("label", cell.label())
        .put("floor", cell.contender().isFloor())
        .put("batchCount", cell.batchCount())
        .put("readers", cell.readers())
        .put("factors", factors(cell.factors()))
        .put("durability", JsonReport.durability(Promise.of(member.capabilities())))
        .put("settings", JsonReport.texts(new SettingsRecord(cell.contender().settings()).flat()))
        .put("engine", JsonReport.texts(member.engine()))
        .put("figures", MeasureTable.json(member.figures()));
  }

  private static JsonObject factors(Map<Factor, String> factors) {
    JsonObject json = new JsonObject();
    new TreeMap<>(factors).forEach((factor, value) -> json.put(factor.name(), value));
    return json;
  }

  private static JsonObject cost(FactorCost cost) {
    JsonObject ratios = new JsonObject();
    for (Measure measure : Measure.values()) {
      cost.ratio(measure).ifPresent(ratio -> ratios.put(measure.field(), ratio(ratio)));
    }
    return new JsonObject()
        .put("factor", cost.factor().name())
        .put("value", cost.value())
        .put("cell", cost.cell().cell().label())
        .put("against", cost.reference().cell().label())
        .put("samePromise", cost.isOnePromise())
        .put("ratios", ratios);
  }

  private static JsonObject ratio(Ratio ratio) {
    return new JsonObject()
        .put("median", ratio.median())
        .put("low", ratio.low())
        .put("high", ratio.high())
        .put("withinNoise", ratio.withinNoise());
  }
}
