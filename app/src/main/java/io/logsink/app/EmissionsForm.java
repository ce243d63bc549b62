package io.logsink.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.api.record.Source;
import io.logsink.bench.workload.Emissions;
import io.logsink.pipeline.Tally;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what producers have emitted out of the result of {@code log_batcher.stats}. */
final class EmissionsForm {
  private EmissionsForm() {}

  /**
   * Of all sinks together, at the time of the first.
   *
   * @param origin where the text came from, for messages
   * @throws IOException when it is something else
   */
  static Emissions read(String json, String origin) throws IOException {
    try {
      JsonNode sinks = new ObjectMapper().readTree(json).path("sinks");
      Instant time = Instant.parse(sinks.path(0).path("time").asText());
      SortedMap<Source, Tally> sources = new TreeMap<>();
      for (JsonNode sink : sinks) {
        sink.path("sources")
            .forEach(source ->
                sources.merge(
                    Source.of(source.path("source").asText()), emitted(source), Tally::plus));
      }
      return new Emissions(time, sources);
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw new IOException(
          "%s is no result of log_batcher.stats; make one with 'logsink call log_batcher.stats'"
              .formatted(origin),
          e);
    }
  }

  private static Tally emitted(JsonNode source) {
    JsonNode emitted = source.path("emitted");
    return new Tally(emitted.path("records").asLong(), emitted.path("bytes").asLong());
  }
}
