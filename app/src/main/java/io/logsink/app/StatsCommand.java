package io.logsink.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.api.LogSinkException;
import io.logsink.bench.document.TextTable;
import io.logsink.server.client.RpcClient;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code logsink stats}: who produces, what is stored, and what is dropped and why. */
@Command(
    name = "stats",
    description = "Prints the account of each source of a running 'logsink run'.",
    footer = "Exit code: 0, or 2 on an error.")
final class StatsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ServerOptions server;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException {
    try (RpcClient client = server.client()) {
      JsonNode answer = new ObjectMapper().readTree(client.call("sources.list", "{}"));
      console.print(table(answer.path("sources")).stripTrailing());
    }
    return 0;
  }

  /** Whoever produces most now is first. */
  private static String table(JsonNode sources) {
    TextTable table = new TextTable();
    table.addRow(
        List.of(
            "source",
            "sink",
            "records/s",
            "bytes/s",
            "emitted",
            "stored",
            "dropped",
            "in flight",
            "why"));
    StreamSupport.stream(sources.spliterator(), false)
        .sorted(Comparator.comparingDouble((JsonNode source) -> -rate(source, "records")))
        .forEach(source -> table.addRow(row(source)));
    return table.toString();
  }

  private static List<String> row(JsonNode source) {
    return List.of(
        source.path("source").asText(),
        source.path("sink").asText(),
        "%,.1f".formatted(rate(source, "records")),
        "%,.0f".formatted(rate(source, "bytes")),
        count(source.path("emitted")),
        count(source.path("stored")),
        count(source.path("dropped")),
        count(source.path("in_flight")),
        reasons(source.path("dropped_by_reason")));
  }

  private static double rate(JsonNode source, String unit) {
    return source.path("emitted").path(unit + "_per_second").path("1m").asDouble();
  }

  private static String count(JsonNode tally) {
    return "%,d".formatted(tally.path("records").asLong());
  }

  private static String reasons(JsonNode byReason) {
    return byReason.properties().stream()
        .filter(reason -> reason.getValue().path("records").asLong() > 0)
        .map(reason -> reason.getKey().replace('_', '-') + " " + count(reason.getValue()))
        .collect(Collectors.joining(", "));
  }
}
