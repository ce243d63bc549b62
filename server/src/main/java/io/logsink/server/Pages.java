package io.logsink.server;

import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.PipelineStats.SinkState;
import io.logsink.pipeline.report.PrometheusText;
import io.logsink.server.wire.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/** What can be had by GET. */
final class Pages {
  private static final String JSON = "application/json";

  private final Supplier<SortedMap<String, PipelineStats>> stats;

  Pages(Supplier<SortedMap<String, PipelineStats>> stats) {
    this.stats = stats;
  }

  /**
   * A page.
   *
   * @param status as HTTP numbers it
   * @param type the media type
   * @param text what it says
   */
  record Page(int status, String type, String text) {
    static Page ofText(int status, String text) {
      return new Page(status, "text/plain; charset=utf-8", text + "\n");
    }
  }

  Page metrics() {
    return new Page(200, PrometheusText.CONTENT_TYPE, PrometheusText.of(stats.get()));
  }

  /** 200 while every sink will take records again, if not at once; else 503. */
  Page health() {
    SortedMap<String, PipelineStats> sinks = stats.get();
    Map<String, Object> tree = new LinkedHashMap<>();
    SinkState worst = worst(sinks);
    tree.put("status", word(worst));
    Map<String, Object> states = new LinkedHashMap<>();
    sinks.forEach((name, sink) -> states.put(name, word(sink.sink().state())));
    tree.put("sinks", states);
    return new Page(worst == SinkState.STOPPED ? 503 : 200, JSON, Json.tree(tree) + "\n");
  }

  private static SinkState worst(SortedMap<String, PipelineStats> sinks) {
    return sinks.values().stream()
        .map(sink -> sink.sink().state())
        .max(SinkState::compareTo)
        .orElse(SinkState.WRITING);
  }

  private static String word(SinkState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
