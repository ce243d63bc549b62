package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Feature;
import io.logsink.api.LogSinkException;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.server.client.RpcClient;
import io.logsink.server.wire.RpcException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said with its name, its number and the way out. */
final class ErrorsTest {
  private static final Fault FAULT = new Fault("ring", "/store", "read", "it is broken", "E42");

  @TempDir Path folder;

  private Rig broken(Exception failure) throws Exception {
    return new Rig(folder, settings -> settings, _ -> new BrokenReader(failure));
  }

  @Test
  void whatIsNoRequestIsRefusedByNumber() throws Exception {
    Map<String, Integer> wrong =
        Map.ofEntries(
            Map.entry("", -32700),
            Map.entry("{", -32700),
            Map.entry("nonsense", -32700),
            Map.entry("{} {}", -32700),
            Map.entry("{\"jsonrpc\":NaN}", -32700),
            Map.entry("{\"id\":1,\"id\":2}", -32700),
            Map.entry("[]", -32600),
            Map.entry("{}", -32600),
            Map.entry("7", -32600),
            Map.entry("null", -32600),
            Map.entry("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"logs.query\"}", -32600),
            Map.entry("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"logs.query\"}", -32600),
            Map.entry("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", -32600),
            Map.entry(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.query\",\"params\":7}", -32600),
            Map.entry("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.quer\"}", -32601),
            Map.entry(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.query\",\"params\":[]}", -32602));
    try (Rig rig = new Rig(folder)) {
      for (Map.Entry<String, Integer> request : wrong.entrySet()) {
        Raw.Reply reply = Raw.post(rig.port(), request.getKey());
        assertThat(reply.status()).as(request.getKey()).isEqualTo(200);
        assertThat(reply.errorCode()).as(request.getKey()).isEqualTo(request.getValue());
        assertThat(reply.json().get("jsonrpc").asText()).isEqualTo("2.0");
      }
    }
  }

  @Test
  void anUnknownMethodIsToldWhichThereAre() throws Exception {
    try (Rig rig = new Rig(folder)) {
      Raw.Reply reply = Raw.call(rig.port(), "logs.quer", "{}");
      assertThat(reply.errorMessage())
          .isEqualTo(
              "no method is called \"logs.quer\"; there are log_batcher.stats, logs.histogram,"
                  + " logs.insert, logs.query, logs.tail, sources.list");
      assertThat(reply.json().get("error").get("data").get("methods")).hasSize(6);
    }
  }

  @Test
  void aWrongParameterIsNamedWithItsValueAndWhatIsAllowed() throws Exception {
    List<List<String>> wrong =
        List.of(
            List.of("logs.insert", "{}", "body"),
            List.of("logs.insert", "{\"records\":[]}", "records"),
            List.of("logs.insert", "{\"records\":7}", "records"),
            List.of("logs.insert", "{\"records\":[7]}", "records[0]"),
            List.of(
                "logs.insert",
                "{\"records\":[{\"body\":\"x\"},{\"body\":\"x\",\"severity\":\"BAD\"}]}",
                "records[1].severity"),
            List.of("logs.insert", "{\"body\":\"x\",\"severity\":25}", "severity"),
            List.of("logs.insert", "{\"body\":\"x\",\"body_base64\":\"eA==\"}", "body"),
            List.of("logs.insert", "{\"body_base64\":\"*\"}", "body_base64"),
            List.of("logs.insert", "{\"body\":\"\\ud800\"}", "body"),
            List.of("logs.insert", "{\"body\":7}", "body"),
            List.of("logs.insert", "{\"body\":\"x\",\"bdy\":\"x\"}", "bdy"),
            List.of("logs.insert", "{\"body\":\"x\",\"time\":\"yesterday\"}", "time"),
            List.of("logs.insert", "{\"body\":\"x\",\"time\":\"3000-01-01T00:00:00Z\"}", "time"),
            List.of("logs.insert", "{\"body\":\"x\",\"time\":1e30}", "time"),
            List.of("logs.insert", "{\"body\":\"x\",\"source\":\"\"}", "source"),
            List.of("logs.insert", "{\"body\":\"x\",\"source\":\"sysmon\"}", "source"),
            List.of("logs.insert", "{\"body\":\"x\",\"attributes\":7}", "attributes"),
            List.of("logs.insert", "{\"body\":\"x\",\"attributes\":{\"\":1}}", "attributes"),
            List.of("logs.insert", "{\"body\":\"x\",\"attributes\":{\"a\":null}}", "attributes.a"),
            List.of("logs.insert", "{\"body\":\"x\",\"attributes\":{\"a\":[1]}}", "attributes.a"),
            List.of("logs.insert", "{\"body\":\"x\",\"attributes\":{\"a\":1e999}}", "attributes.a"),
            List.of(
                "logs.insert",
                "{\"body\":\"x\",\"attributes\":{\"a\":99999999999999999999}}",
                "attributes.a"),
            List.of(
                "logs.insert",
                "{\"body\":\"x\",\"attributes\":{\"a\":{\"long\":\"x\"}}}",
                "attributes.a.long"),
            List.of("logs.query", "{\"limit\":0}", "limit"),
            List.of("logs.query", "{\"limit\":10001}", "limit"),
            List.of("logs.query", "{\"limit\":1.5}", "limit"),
            List.of("logs.query", "{\"order\":\"random\"}", "order"),
            List.of("logs.query", "{\"cursor\":\"x\"}", "cursor"),
            List.of("logs.query", "{\"cursor\":\"ring:s1\",\"at\":\"oldest\"}", "at"),
            List.of("logs.query", "{\"at\":\"noon\"}", "at"),
            List.of("logs.query", "{\"filter\":[]}", "filter"),
            List.of("logs.query", "{\"filter\":{\"word\":\"x\"}}", "filter.word"),
            List.of("logs.query", "{\"filter\":{\"words\":\" \"}}", "filter.words"),
            List.of("logs.query", "{\"filter\":{\"matches\":\"(\"}}", "filter.matches"),
            List.of("logs.query", "{\"filter\":{\"sources\":[]}}", "filter.sources"),
            List.of("logs.query", "{\"filter\":{\"and\":[{\"or\":[]}]}}", "filter.and[0].or"),
            List.of("logs.tail", "{\"wait_ms\":30001}", "wait_ms"),
            List.of("logs.tail", "{\"order\":\"newest\"}", "order"),
            List.of("logs.histogram", "{}", "bucket_ms"),
            List.of("logs.histogram", "{\"bucket_ms\":0}", "bucket_ms"),
            List.of("sources.list", "{\"x\":1}", "x"));
    try (Rig rig = new Rig(folder)) {
      for (List<String> request : wrong) {
        Raw.Reply reply = Raw.call(rig.port(), request.get(0), request.get(1));
        assertThat(reply.errorCode()).as("%s: %s", request, reply.body()).isEqualTo(-32602);
        var data = reply.json().get("error").get("data");
        assertThat(data.get("field").asText()).as(reply.body()).isEqualTo(request.get(2));
        assertThat(data.get("allowed").asText()).as(reply.body()).isNotEmpty();
        assertThat(reply.errorMessage())
            .isEqualTo(
                "%s must be %s, not %s",
                request.get(2), data.get("allowed").asText(), data.get("value").asText());
      }
      assertThat(rig.storedBodies()).as("a wrong record keeps all of its request out").isEmpty();
    }
  }

  @Test
  void theOwnSourceOfThePipelineIsNobodysElse() throws Exception {
    try (Rig rig =
        new Rig(folder, settings -> settings.withInsertSources(List.of("*")), reader -> reader)) {
      assertThat(
              Raw.call(rig.port(), "logs.insert", "{\"body\":\"x\",\"source\":\"logsink\"}")
                  .errorCode())
          .isEqualTo(-32602);
      rig.onPort.insert(List.of(Rig.record("anything", "x")));
      assertThat(rig.storedBodies()).containsExactly("x");
    }
  }

  @Test
  void whatASinkThrowsComesBackAsTheSameClassWithTheSameFault() throws Exception {
    List<LogSinkException> failures =
        List.of(
            new SinkUnavailableException(FAULT, null),
            new SinkFullException(FAULT, null),
            new SinkCorruptException(FAULT, null),
            new RecordRejectedException(FAULT, 7, null));
    for (LogSinkException failure : failures) {
      try (Rig rig = broken(failure)) {
        for (RpcClient client : rig.clients()) {
          assertThatThrownBy(() -> client.read(LogQuery.newest(1)))
              .isInstanceOfSatisfying(
                  failure.getClass(), e -> assertThat(e.fault()).isEqualTo(FAULT));
          assertThatThrownBy(() -> client.histogram(LogFilter.all(), Duration.ofSeconds(1)))
              .isInstanceOf(failure.getClass())
              .hasMessage(failure.getMessage());
        }
      }
    }
  }

  @Test
  void whatASinkCannotDoComesBackByName() throws Exception {
    try (Rig rig = broken(new UnsupportedFeatureException("ring", Feature.SEEK_TIME))) {
      assertThatThrownBy(() -> rig.onSocket.read(LogQuery.newest(1)))
          .isInstanceOfSatisfying(
              UnsupportedFeatureException.class,
              e -> assertThat(e.feature()).isEqualTo(Feature.SEEK_TIME));
    }
  }

  @Test
  void aQuestionThatTheReaderRefusesIsTheClientsFault() throws Exception {
    try (Rig rig = new Rig(folder)) {
      MergedCursor unknown = MergedCursor.parse("elsewhere:s1");
      assertThatThrownBy(() -> rig.onPort.readAfter(unknown, LogQuery.newest(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("elsewhere");
    }
  }

  @Test
  void aFaultOfOursIsToldByAnIdAndNothingElse() throws Exception {
    try (Rig rig = broken(new NullPointerException("secret"))) {
      Raw.Reply reply = Raw.call(rig.port(), "logs.query", "{}");
      assertThat(reply.errorCode()).isEqualTo(-32603);
      assertThat(reply.json().get("error").get("data").get("error_id").asText()).hasSize(36);
      assertThat(reply.body()).doesNotContain("secret", "NullPointer", "at io.logsink");
      assertThatThrownBy(() -> rig.onPort.read(LogQuery.newest(1)))
          .isInstanceOf(RpcException.class);
    }
  }

  @Test
  void aClosedPipelineTakesNothing() throws Exception {
    try (Rig rig = new Rig(folder)) {
      rig.pipeline.close();
      Raw.Reply reply = Raw.call(rig.port(), "logs.insert", "{\"body\":\"x\"}");
      assertThat(reply.errorCode()).isEqualTo(-32002);
      assertThat(reply.json().get("error").get("data").get("accepted").intValue()).isZero();
      assertThatThrownBy(() -> rig.onSocket.insert(List.of(Rig.record("rpc", "x"))))
          .isInstanceOf(SinkUnavailableException.class);
    }
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws Exception {
    try (RpcClient client = RpcClient.onSocket(folder.resolve("nobody"))) {
      assertThatThrownBy(() -> client.read(LogQuery.newest(1)))
          .isInstanceOf(SinkUnavailableException.class)
          .hasMessageContaining("nobody");
    }
  }

  @Test
  void otherPathsAndMethodsAreNamed() throws Exception {
    try (Rig rig = new Rig(folder)) {
      for (SocketAddress way : rig.ways()) {
        assertThat(Raw.get(way, "/").status()).isEqualTo(404);
        assertThat(Raw.get(way, "/").body()).contains("POST /rpc", "GET /metrics", "GET /healthz");
        assertThat(Raw.get(way, "/rpc").status()).isEqualTo(405);
        assertThat(Raw.ask(way, "POST /metrics", new byte[0], "Host: localhost").status())
            .isEqualTo(405);
      }
    }
  }
}
