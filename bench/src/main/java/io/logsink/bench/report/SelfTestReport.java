package io.logsink.bench.report;

import io.logsink.bench.compare.CompareResult;
import io.logsink.bench.compare.PairResult;
import io.logsink.bench.compare.SelfTestResult;
import java.util.List;

/**
 * A self test of the comparison as one JSON object; its fields are described in {@code
 * docs/bench.md}.
 *
 * @param result what it came to
 * @param command the command line that makes it again
 */
public record SelfTestReport(SelfTestResult result, String command) {
  private static final String KIND = "compare-self-test";

  /** What others cite this run by. */
  public String id() {
    return RunId.of(KIND, first().start(), command);
  }

  private CompareResult first() {
    return result.plain().getFirst();
  }

  @Override
  public String toString() {
    return new JsonObject()
            .put("schema", CompareReport.SCHEMA)
            .put("kind", KIND)
            .put("id", id())
            .put("command", command)
            .put("start", first().start().toString())
            .put("machine", JsonReport.machine(first().machine()))
            .put("workload", first().plan().workload().name())
            .put("plantedSlowdown", result.planted())
            .put("passed", result.passed())
            .put("plain", CompareJson.counts(result.plainCounts()))
            .put("planted", CompareJson.counts(result.slowedCounts()))
            .put("plainRuns", runs(result.plain()))
            .put("plantedRuns", runs(result.slowed()))
        + "\n";
  }

  private static List<JsonObject> runs(List<CompareResult> results) {
    return results.stream().map(SelfTestReport::run).toList();
  }

  private static JsonObject run(CompareResult result) {
    List<PairResult> pairs = result.pairs();
    return new JsonObject()
        .put("seed", result.plan().seed())
        .put("tookMillis", result.took().toMillis())
        .put("arms", result.arms().stream().map(CompareJson::arm).toList())
        .put("noise", result.noise().stream().map(CompareJson::noise).toList())
        .put("pairs", pairs.stream().map(CompareJson::pair).toList())
        .put("host", CompareJson.host(result.host()))
        .put("failures", JsonReport.texts(result.failures()));
  }
}
