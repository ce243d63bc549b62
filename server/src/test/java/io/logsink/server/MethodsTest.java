package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the methods answer to requests as a person writes them. */
final class MethodsTest {
  @TempDir Path folder;
  private Rig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new Rig(folder);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private JsonNode result(String method, String params) throws Exception {
    Raw.Reply reply = Raw.call(rig.port(), method, params);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().has("error")).as(reply.body()).isFalse();
    return reply.json().get("result");
  }

  private LogRecord onlyRecord() throws Exception {
    rig.drain();
    return rig.onSocket.read(LogQuery.oldest(10)).entries().getFirst().entry().record();
  }

  @Test
  void aSingleRecordNeedsNothingButABody() throws Exception {
    Instant before = Instant.now();
    assertThat(result("logs.insert", "{\"body\":\"hello\"}").get("accepted").intValue())
        .isEqualTo(1);
    LogRecord record = onlyRecord();
    assertThat(record.source().name()).isEqualTo("rpc");
    assertThat(record.severity()).isEqualTo(Severity.INFO);
    assertThat(record.body().text()).isEqualTo("hello");
    assertThat(record.timestamp()).isBetween(before, Instant.now());
    assertThat(record.observedTimestampNanos()).isEqualTo(record.timestampNanos());
  }

  @Test
  void severityAndTimeAreTakenInTheirWays() throws Exception {
    result(
        "logs.insert",
        """
        {"records":[
          {"body":"a","severity":17,"time":"2026-01-31T13:00:00.5+01:00","source":"rpc:a"},
          {"body":"b","severity":"error","time":1769860800500000000},
          {"body_base64":"Yg==","severity":"WARN3","time":"1769860800500000000"}]}
        """);
    rig.drain();
    JsonNode entries = result("logs.query", "{\"order\":\"oldest\"}").get("entries");
    assertThat(entries.findValuesAsText("time"))
        .containsExactly(
            "2026-01-31T12:00:00.500000000Z",
            "2026-01-31T12:00:00.500000000Z",
            "2026-01-31T12:00:00.500000000Z");
    assertThat(entries.findValuesAsText("severity")).containsExactly("ERROR", "ERROR", "WARN3");
    assertThat(entries.findValuesAsText("body")).containsExactly("a", "b", "b");
    assertThat(entries.findValuesAsText("observed_time")).hasSize(3);
    assertThat(entries.get(0).get("sequence").longValue()).isEqualTo(1);
    assertThat(entries.get(0).get("sink").asText()).isEqualTo("ring");
  }

  @Test
  void whatIsNotUtf8ComesAsBase64() throws Exception {
    result("logs.insert", "{\"body_base64\":\"/wA=\"}");
    rig.drain();
    JsonNode entry = result("logs.query", "{}").get("entries").get(0);
    assertThat(entry.get("body_base64").asText()).isEqualTo("/wA=");
    assertThat(entry.has("body")).isFalse();
  }

  @Test
  void attributesKeepTheirTypes() throws Exception {
    String attributes =
        """
        {"b":true,"by":{"bytes":"AP8="},"d":1.5,"e":{"double":2.0},"l":3,\
        "m":{"long":"9007199254740992"},"n":{"double":"NaN"},"s":"x"}\
        """;
    result("logs.insert", "{\"body\":\"x\",\"attributes\":" + attributes + "}");
    rig.drain();
    JsonNode entry = result("logs.query", "{}").get("entries").get(0);
    assertThat(entry.get("attributes").toString()).isEqualTo(attributes);
  }

  @Test
  void filtersWork() throws Exception {
    rig.store(
        Rig.record("pty:web", "GET /index.html 200"),
        Rig.record("pty:web", "GET /missing 404").withSeverity(Severity.WARN),
        Rig.record("sysmon", "load 0.5"));
    assertThat(bodies("{\"words\":\"get\"}")).hasSize(2);
    assertThat(bodies("{\"words\":[\"get\",\"404\"]}")).hasSize(1);
    assertThat(bodies("{\"sources\":[\"sys*\"]}")).containsExactly("load 0.5");
    assertThat(bodies("{\"min_severity\":\"WARN\"}")).containsExactly("GET /missing 404");
    assertThat(bodies("{\"contains\":\"/in\"}")).containsExactly("GET /index.html 200");
    assertThat(bodies("{\"matches\":\"[0-9]{3}$\",\"not\":{\"contains\":\"404\"}}"))
        .containsExactly("GET /index.html 200");
    assertThat(bodies("{\"or\":[{\"words\":\"load\"},{\"words\":\"404\"}]}")).hasSize(2);
    assertThat(bodies("{\"from\":\"2026-01-31T12:00:00Z\",\"to\":\"2026-01-31T12:00:01Z\"}"))
        .hasSize(3);
    assertThat(bodies("{\"to\":\"2026-01-31T12:00:00.123456789Z\"}")).isEmpty();
    assertThat(bodies("{\"from\":\"2026-01-31T12:00:00.123456789Z\"}")).hasSize(3);
  }

  private List<String> bodies(String filter) throws Exception {
    return result("logs.query", "{\"filter\":" + filter + "}").findValuesAsText("body");
  }

  @Test
  void aCursorGoesOnWhereThePageEnded() throws Exception {
    for (int i = 0; i < 5; i++) {
      rig.pipeline.emit(Rig.record("rpc", "line " + i));
    }
    rig.drain();
    JsonNode first = result("logs.query", "{\"limit\":2}");
    assertThat(first.findValuesAsText("body")).containsExactly("line 4", "line 3");
    assertThat(first.get("more").booleanValue()).isTrue();
    JsonNode second =
        result("logs.query", "{\"limit\":9,\"cursor\":\"" + first.get("cursor").asText() + "\"}");
    assertThat(second.findValuesAsText("body")).containsExactly("line 2", "line 1", "line 0");
    assertThat(second.get("more").booleanValue()).isFalse();
    assertThat(second.get("gaps")).isEmpty();
  }

  @Test
  void statsAndSourcesSayWhatWasStored() throws Exception {
    rig.store(Rig.record("pty:web", "one"), Rig.record("pty:web", "two"));
    JsonNode stats = result("log_batcher.stats", "{}");
    assertThat(stats.get("stored_total").longValue()).isEqualTo(2);
    assertThat(stats.get("sinks").get(0).get("sink").asText()).isEqualTo("ring");
    JsonNode sources = result("sources.list", "{}").get("sources");
    assertThat(sources.findValuesAsText("source")).contains("pty:web");
    for (JsonNode source : sources) {
      assertThat(source.get("sink").asText()).isEqualTo("ring");
      if (source.get("source").asText().equals("pty:web")) {
        assertThat(source.get("emitted").get("bytes").longValue()).isEqualTo(6);
      }
    }
  }

  @Test
  void metricsAndHealthAreThereOnBothWays() throws Exception {
    rig.store(Rig.record("pty:web", "one"));
    for (SocketAddress way : rig.ways()) {
      Raw.Reply metrics = Raw.get(way, "/metrics");
      assertThat(metrics.status()).isEqualTo(200);
      assertThat(metrics.head()).contains("text/plain; version=0.0.4");
      assertThat(metrics.body())
          .contains("logsink_stored_records_total{sink=\"ring\",source=\"pty:web\"} 1\n");
      Raw.Reply health = Raw.get(way, "/healthz");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.body())
          .isEqualTo("{\"status\":\"writing\",\"sinks\":{\"ring\":\"writing\"}}\n");
    }
  }

  @Test
  void aBatchIsAnsweredInOrderAndWithoutItsNotifications() throws Exception {
    Raw.Reply reply =
        Raw.post(
            rig.port(),
            """
            [{"jsonrpc":"2.0","method":"logs.insert","params":{"body":"quiet"}},
             {"jsonrpc":"2.0","id":"a","method":"sources.list"},
             {"jsonrpc":"2.0","id":2,"method":"nothing"},
             5]
            """);
    JsonNode answers = reply.json();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).get("id").asText()).isEqualTo("a");
    assertThat(answers.get(0).has("result")).isTrue();
    assertThat(answers.get(1).get("error").get("code").intValue()).isEqualTo(-32601);
    assertThat(answers.get(2).get("id").isNull()).isTrue();
    assertThat(answers.get(2).get("error").get("code").intValue()).isEqualTo(-32600);
    assertThat(rig.storedBodies()).containsExactly("quiet");
  }

  @Test
  void notificationsHaveNoAnswer() throws Exception {
    String notification =
        "{\"jsonrpc\":\"2.0\",\"method\":\"logs.insert\",\"params\":{\"body\":\"x\"}}";
    for (String body : List.of(notification, "[" + notification + "," + notification + "]")) {
      Raw.Reply reply = Raw.post(rig.port(), body);
      assertThat(reply.status()).isEqualTo(204);
      assertThat(reply.body()).isEmpty();
    }
    assertThat(rig.storedBodies()).containsExactly("x", "x", "x");
  }

  @Test
  void idsComeBackAsTheyWere() throws Exception {
    for (String id : List.of("1", "\"x\"", "null", "-1.5", "123456789012345678901234567890")) {
      Raw.Reply reply =
          Raw.post(
              rig.port(), "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"sources.list\"}");
      assertThat(reply.body()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":");
    }
  }

  @Test
  void oneSinkCanBeAskedAlone() throws Exception {
    rig.onSocket.insert(List.of(LogRecord.of(Instant.EPOCH, Source.of("rpc"), LogBody.of("x"))));
    onlyRecord();

    assertThat(rig.onSocket.sinks()).containsExactly("ring");
    assertThat(rig.onPort.only("ring").sinks()).containsExactly("ring");
    assertThat(rig.onPort.only("ring").read(LogQuery.oldest(9)).entries()).hasSize(1);
    assertThat(rig.onPort.only("ring").histogram(LogFilter.all(), Duration.ofSeconds(1)).buckets())
        .hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rig.onPort.only("lmdb").read(LogQuery.oldest(9)))
        .withMessageContaining("sink must be one of ring");
  }
}
