package io.logsink.bench.report;

import io.logsink.bench.load.IdCheck;
import io.logsink.bench.load.Latency;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.Moment;
import io.logsink.bench.load.ReaderResult;
import io.logsink.bench.load.SendResult;
import io.logsink.bench.load.SourceResult;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.Tally;
import java.util.Locale;

/** A load's result as a JSON object; its fields are described in {@code docs/bench.md}. */
final class LoadJson {
  private LoadJson() {}

  static JsonObject of(LoadResult result) {
    JsonObject json =
        new JsonObject()
            .put("label", result.label())
            .put("workload", result.plan().workload().name())
            .put("rate", result.plan().rate())
            .put("durability", JsonReport.durability(result.promise()))
            .put("settings", JsonReport.texts(result.settings()))
            .put("engine", JsonReport.texts(result.engine()))
            .put("sent", sent(result.sent()))
            .put("visible", latency(result.visible()));
    result.durable().ifPresent(durable -> json.put("durable", latency(durable)));
    return json.put("appends", latency(result.calls().appends()))
        .put("failedAppends", latency(result.calls().failedAppends()))
        .put("syncs", latency(result.calls().syncs()))
        .put("failedSyncs", latency(result.calls().failedSyncs()))
        .put("sources", sources(result))
        .put("readers", readers(result))
        .put("droppedCount", result.stretch().droppedCount())
        .put("growthNanos", result.stretch().growthNanos())
        .put("drainNanos", result.stretch().drainNanos())
        .put("ids", ids(result.ids()))
        .put("timeline", result.timeline().stream().map(LoadJson::moment).toList());
  }

  static JsonObject latency(Latency latency) {
    return new JsonObject()
        .put("count", latency.count())
        .put("meanNanos", latency.meanNanos())
        .put("p50Nanos", latency.p50Nanos())
        .put("p90Nanos", latency.p90Nanos())
        .put("p99Nanos", latency.p99Nanos())
        .put("p999Nanos", latency.p999Nanos())
        .put("maxNanos", latency.maxNanos());
  }

  private static JsonObject sent(SendResult sent) {
    JsonObject json =
        new JsonObject()
            .put("dueRate", sent.dueRate())
            .put("reachedRate", sent.reachedRate())
            .put("sentCount", sent.sentCount())
            .put("sentBytes", sent.sentBytes())
            .put("senderCount", sent.senderCount())
            .put("accepted", latency(sent.accepted()))
            .put("lateness", latency(sent.lateness()))
            .put("failed", latency(sent.failed()));
    String failure = sent.lastFailure();
    return failure == null ? json : json.put("lastFailure", failure);
  }

  private static JsonObject sources(LoadResult result) {
    JsonObject json = new JsonObject();
    result.sources().forEach((source, member) -> json.put(source.name(), source(member)));
    return json;
  }

  private static JsonObject source(SourceResult source) {
    JsonObject json =
        new JsonObject()
            .put("sentCount", source.sentCount())
            .put("visible", latency(source.visible()));
    for (Fate fate : Fate.values()) {
      json.put(fate.word(), tally(source.stats().with(fate)));
    }
    return json;
  }

  private static JsonObject tally(Tally tally) {
    return new JsonObject()
        .put("recordCount", tally.recordCount())
        .put("bodyBytes", tally.bodyBytes());
  }

  private static JsonObject readers(LoadResult result) {
    JsonObject json = new JsonObject();
    result.readers().forEach((name, reader) -> json.put(name, reader(reader)));
    return json;
  }

  private static JsonObject reader(ReaderResult reader) {
    JsonObject json =
        new JsonObject()
            .put("kind", reader.plan().kind().name().toLowerCase(Locale.ROOT))
            .put("able", reader.able())
            .put("askedCount", reader.askedCount())
            .put("missedCount", reader.missedCount())
            .put("recordCount", reader.recordCount())
            .put("answered", latency(reader.answered()))
            .put("service", latency(reader.service()))
            .put("failed", latency(reader.failed()));
    String failure = reader.lastFailure();
    return failure == null ? json : json.put("lastFailure", failure);
  }

  private static JsonObject ids(IdCheck ids) {
    return new JsonObject()
        .put("holds", ids.holds())
        .put("sentCount", ids.sentCount())
        .put("storedCount", ids.storedCount())
        .put("lostCount", ids.lostCount())
        .put("wasRead", ids.wasRead())
        .put("readCount", ids.readCount())
        .put("goneCount", ids.goneCount())
        .put("problems", ids.problems());
  }

  private static JsonObject moment(Moment moment) {
    return new JsonObject()
        .put("elapsedMillis", moment.elapsed().toMillis())
        .put("emittedCount", moment.emittedCount())
        .put("storedCount", moment.storedCount())
        .put("lostCount", moment.lostCount())
        .put("inFlightCount", moment.inFlightCount())
        .put("weightBytes", moment.weightBytes())
        .put("storeBytes", moment.storeBytes());
  }
}
