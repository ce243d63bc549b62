package io.logsink.bench.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JmhDocumentTest {
  @Test
  void aBarIsABenchmark() throws IOException {
    Document document =
        new Document(
            "The stores",
            "made-1",
            "./logsink",
            "Abacus 3",
            List.of(),
            List.of(
                Section.of(
                    "Figures",
                    new Bars(
                        "Records a second: all",
                        Unit.RECORDS_PER_SECOND,
                        true,
                        List.of(new Range("a", 100, 90, 105), new Range("b", 200, 200, 200))),
                    new Bars("Time", Unit.NANOS, false, List.of(new Range("a", 7, 7, 7))))));

    JsonNode json = new ObjectMapper().readTree(new JmhDocument(document).toString());

    assertThat(json).hasSize(3);
    JsonNode first = json.path(0);
    assertThat(first.path("benchmark").asText())
        .isEqualTo("io.logsink.bench.the_stores.records_a_second_all");
    assertThat(first.path("mode").asText()).isEqualTo("thrpt");
    assertThat(first.path("params").path("label").asText()).isEqualTo("a");
    JsonNode metric = first.path("primaryMetric");
    assertThat(metric.path("score").asDouble()).isEqualTo(100);
    assertThat(metric.path("scoreError").asDouble()).isEqualTo(10);
    assertThat(metric.path("scoreConfidence").path(1).asDouble()).isEqualTo(105);
    assertThat(metric.path("scoreUnit").asText()).isEqualTo("ops/s");
    assertThat(metric.path("rawData").path(0).path(0).asDouble()).isEqualTo(100);
    assertThat(json.path(2).path("mode").asText()).isEqualTo("avgt");
    assertThat(json.path(2).path("primaryMetric").path("scoreUnit").asText()).isEqualTo("ns/op");
  }
}
