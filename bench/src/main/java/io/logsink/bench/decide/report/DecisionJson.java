package io.logsink.bench.decide.report;

import io.logsink.bench.decide.Advice;
import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.SourceDecision;
import io.logsink.bench.decide.layout.Evidence;
import io.logsink.bench.report.JsonObject;
import io.logsink.bench.report.JsonReport;
import io.logsink.bench.report.RunId;
import io.logsink.pipeline.SourceRule;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A decision as one JSON object; its fields are described in {@code docs/decide.md}.
 *
 * @param decision what was decided
 * @param time when
 * @param command the command line that makes it again
 */
public record DecisionJson(Decision decision, Instant time, String command) {
  /** The version of the form; a field that changes its meaning or goes changes it. */
  static final int SCHEMA = 1;

  private static final String KIND = "decision";

  /** What others cite this decision by. */
  public String id() {
    return RunId.of(KIND, time, command);
  }

  @Override
  public String toString() {
    JsonObject json =
        new JsonObject()
            .put("schema", SCHEMA)
            .put("kind", KIND)
            .put("id", id())
            .put("command", command)
            .put("time", time.toString())
            .put("machine", JsonReport.machine(decision.machine()))
            .put("producers", decision.origin())
            .put("answer", decision.answer().name())
            .put("rule", decision.rule().name())
            .put("sentence", decision.sentence())
            .put("wantedHeadroom", decision.wanted())
            .put("peakRate", decision.peakRate());
    put(json, "headroom", decision.headroom());
    put(json, "headroomThen", decision.headroomThen());
    return json.put("sources", decision.sources().stream().map(DecisionJson::source).toList())
            .put("flips", decision.flips())
            .put("costs", decision.costs())
            .put("alternatives", decision.alternatives())
            .put("evidence", decision.evidence().stream().map(DecisionJson::evidence).toList())
            .put("notes", decision.notes())
            .put("advice", advice(decision.advice()))
        + "\n";
  }

  /** What is not known, or has no bound, is left out. */
  private static void put(JsonObject json, String name, OptionalDouble value) {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.put(name, value.getAsDouble());
    }
  }

  private static JsonObject source(SourceDecision source) {
    JsonObject json =
        new JsonObject()
            .put("source", source.source())
            .put("answer", source.answer().name())
            .put("rule", source.rule().name())
            .put("meanRate", source.meanRate())
            .put("peakRate", source.peakRate())
            .put("store", source.store())
            .put("storeThen", source.storeThen());
    put(json, "headroom", source.headroom());
    put(json, "headroomThen", source.headroomThen());
    return json.put("because", source.because())
        .put("flips", source.flips())
        .put("costs", source.costs())
        .put("runIds", source.runIds());
  }

  private static JsonObject evidence(Evidence evidence) {
    return new JsonObject()
        .put("runId", evidence.runId())
        .put("label", evidence.label())
        .put("withReaders", evidence.withReaders())
        .put("outcome", evidence.outcome().name())
        .put("rate", evidence.rate())
        .put("sentence", evidence.sentence());
  }

  private static JsonObject advice(Advice advice) {
    JsonObject routes = new JsonObject();
    advice.routes().forEach(routes::put);
    JsonObject settings = new JsonObject();
    advice
        .settings()
        .forEach((backend, changes) -> {
          JsonObject changed = new JsonObject();
          changes.forEach(changed::put);
          settings.put(backend, changed);
        });
    return new JsonObject()
        .put("routes", routes)
        .put("rules", advice.rules().stream().map(DecisionJson::rule).toList())
        .put("settings", settings);
  }

  private static JsonObject rule(SourceRule rule) {
    return new JsonObject()
        .put("source", rule.sources())
        .put("coalesceWindowMillis", rule.coalesceWindow().toMillis())
        .put("ratePerSecondCount", rule.rate().perSecondCount())
        .put("rateBurstCount", rule.rate().burstCount());
  }
}
