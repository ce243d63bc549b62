package io.logsink.bench.decide.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.bench.decide.Decider;
import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.Situation;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.Table;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DecisionReportsTest {
  private static final Instant TIME = Instant.parse("2026-03-10T12:00:00Z");
  private static final String COMMAND = "./logsink decide";

  @Test
  void theJsonHasAllOfIt() throws IOException {
    JsonNode json =
        json("logsink.sqlite.journal-mode = delete", "sqlite-delete=1000 sqlite-wal=9000");

    assertThat(json.path("schema").asInt()).isEqualTo(1);
    assertThat(json.path("kind").asText()).isEqualTo("decision");
    assertThat(json.path("id").asText()).startsWith("decision-20260310T120000Z-");
    assertThat(json.path("time").asText()).isEqualTo("2026-03-10T12:00:00Z");
    assertThat(json.path("machine").path("coreCount").asInt()).isEqualTo(2);
    assertThat(json.path("answer").asText()).isEqualTo("SPEED_UP");
    assertThat(json.path("rule").asText()).isEqualTo("S1");
    assertThat(json.path("headroom").asDouble()).isEqualTo(0.8);
    assertThat(json.path("headroomThen").asDouble()).isEqualTo(7.2, within(1e-9));
    assertThat(json.path("sources").path(0).path("source").asText()).isEqualTo("a");
    assertThat(json.path("sources").path(0).path("headroomThen").asDouble()).isEqualTo(9);
    assertThat(json.path("sources").path(0).path("runIds").path(1).asText()).isEqualTo("run-2");
    assertThat(json.path("evidence").path(0).path("rate").asDouble()).isEqualTo(1_000);
    assertThat(json.path("advice").path("settings").path("sqlite").path("journalMode").asText())
        .isEqualTo("WAL");
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws IOException {
    JsonNode json = json("", "lmdb=9000");

    assertThat(json.path("answer").asText()).isEqualTo("NOT_ENOUGH_EVIDENCE");
    assertThat(json.has("headroom")).isFalse();
    assertThat(json.path("sources").path(0).has("headroom")).isFalse();
    assertThat(json.path("advice").path("rules")).isEmpty();
  }

  @Test
  void theTextBeginsWithTheAnswer() throws IOException {
    assertThat(new DecisionText(decision("", "sqlite-wal=9000")).toString())
        .startsWith("KEEP [K1]\nKeep everything as it is: ")
        .containsPattern("\na +keep +K1 +100 +1,000 +sqlite-wal +9 x")
        .containsPattern("\nall +keep +K1 +1,250 +7.2 x")
        .contains("\nwhat would change it:\n  It is no longer enough")
        .contains("\nevidence:\n  run-1, sqlite-wal with readers: FOUND 9000.0\n")
        .doesNotContain("what it costs");
  }

  @Test
  void thePageHasTheCommandOnTop() throws IOException {
    Decision decision = decision("", "sqlite-wal=1250 lmdb=90000");

    Document page = DecisionPage.of(decision, TIME, COMMAND);
    assertThat(new MarkdownDocument(page).toString())
        .startsWith("# Decision: move\n\n    ./logsink decide\n\nRun `decision-20260310T120000Z-")
        .contains("\n- Move ", "\n- by rule M1, on 2026-03-10T12:00:00Z; producers: ")
        .contains("## What it costs\n\n- No record is lost.\n")
        .contains("## The machine decided for\n\n- cpu, 2 cores");
    assertThat(page.sections().getFirst().parts())
        .singleElement()
        .isInstanceOfSatisfying(
            Table.class,
            table ->
                assertThat(table.rows().getFirst())
                    .containsExactly(
                        "a", "move", "M1", "100", "1,000", "sqlite-wal", "1.3 x", "lmdb", "90 x"));
  }

  private static JsonNode json(String config, String stores) throws IOException {
    return new ObjectMapper()
        .readTree(new DecisionJson(decision(config, stores), TIME, COMMAND).toString());
  }

  private static Decision decision(String config, String stores) throws IOException {
    return Decider.decide(Situation.of(config, "a=1000 b=250", stores, 0));
  }
}
