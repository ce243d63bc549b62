package io.logsink.bench.report;

import io.logsink.bench.BenchResult;
import io.logsink.bench.ContenderResult;
import io.logsink.bench.Figure;
import io.logsink.bench.Metric;
import io.logsink.bench.Promise;
import io.logsink.bench.Question;
import io.logsink.bench.machine.MachineProfile;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result as one JSON object; its fields are described in {@code docs/bench.md}.
 *
 * @param result the result
 * @param command the command line that makes it again
 */
public record JsonReport(BenchResult result, String command) {
  /** The version of the form; a field that changes its meaning or goes changes it. */
  static final int SCHEMA = 1;

  private static final String KIND = "bench";

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
            .put("machine", machine(result.machine()))
            .put("workload", workload())
            .put("rounds", rounds())
            .put("questions", result.questions().stream().map(JsonReport::question).toList())
            .put("contenders", result.results().stream().map(JsonReport::contender).toList())
            .put("failures", texts(result.failures()))
            .put("verdict", new Verdict(result).sentences())
        + "\n";
  }

  /** A machine as it stands in every JSON of the bench. */
  public static JsonObject machine(MachineProfile machine) {
    return new JsonObject()
        .put("cpu", machine.cpu())
        .put("coreCount", machine.coreCount())
        .put("memoryBytes", machine.memoryBytes())
        .put("system", machine.system())
        .put("fileSystem", machine.fileSystem())
        .put("flushNanos", machine.flushNanos())
        .put("jvm", machine.jvm())
        .put("heapBytes", machine.heapBytes())
        .put("revision", machine.revision());
  }

  /** What records survive, as it stands in every JSON of the bench. */
  public static JsonObject durability(Promise promise) {
    return new JsonObject()
        .put("append", promise.onAppend().name())
        .put("sync", promise.onSync().name());
  }

  private JsonObject workload() {
    return new JsonObject()
        .put("description", result.workload().description())
        .put("recordCount", result.workload().records().size())
        .put("bodyBytes", result.workload().bodyBytes())
        .put("sourceCount", result.workload().sourceCount())
        .put("longestBytes", result.workload().longestBytes())
        .put("cutCount", result.workload().cutCount())
        .put("whole", result.workload().whole());
  }

  private JsonObject rounds() {
    return new JsonObject()
        .put("count", result.plan().rounds())
        .put("batchCount", result.plan().batchCount())
        .put("recordCount", result.roundCount())
        .put("bodyBytes", result.roundBytes());
  }

  private static JsonObject question(Question question) {
    return new JsonObject()
        .put("metric", question.metric().field())
        .put("about", question.about())
        .put("answerCount", question.answer().size());
  }

  private static JsonObject contender(ContenderResult member) {
    JsonObject readBack =
        new JsonObject()
            .put("appendedCount", member.readBack().appendedCount())
            .put("equalCount", member.readBack().equalCount())
            .put("overwrittenCount", member.readBack().overwrittenCount())
            .put("countedCount", member.readBack().countedCount());
    return new JsonObject()
        .put("label", member.label())
        .put("backend", member.contender().backend().name())
        .put("floor", member.contender().isFloor())
        .put("durability", durability(Promise.of(member.capabilities())))
        .put("settings", texts(member.settings()))
        .put("engine", texts(member.engine()))
        .put("readBack", readBack)
        .put("figures", figures(member));
  }

  private static JsonObject figures(ContenderResult member) {
    JsonObject figures = new JsonObject();
    for (Metric metric : Metric.values()) {
      member.figure(metric).ifPresent(figure -> figures.put(metric.field(), figure(figure)));
    }
    return figures;
  }

  /** A figure with its rounds. */
  public static JsonObject figure(Figure figure) {
    return new JsonObject()
        .put("median", figure.median())
        .put("min", figure.min())
        .put("max", figure.max())
        .put("rounds", figure.rounds());
  }

  /** Texts by name, in the order of their names. */
  public static JsonObject texts(Map<String, String> map) {
    JsonObject object = new JsonObject();
    new TreeMap<>(map).forEach(object::put);
    return object;
  }
}
