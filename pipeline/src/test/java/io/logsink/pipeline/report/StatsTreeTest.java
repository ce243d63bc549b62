package io.logsink.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatsTreeTest {
  private static final Map<String, Object> TREE = StatsTree.of(Samples.sinks());

  private static Object at(Object tree, Object... path) {
    Object place = tree;
    for (Object step : path) {
      place =
          step instanceof Integer index
              ? ((List<?>) place).get(index)
              : ((Map<?, ?>) place).get(step);
      assertThat(place).as(String.valueOf(step)).isNotNull();
    }
    return place;
  }

  @Test
  void hasTheSumOfAllSinksOnTop() {
    assertThat(TREE)
        .containsEntry("emitted_total", at(TREE, "sinks", 0, "total", "emitted", "records"))
        .containsEntry("dropped_total", 60_000L + 4 * 21)
        .containsEntry("in_flight_records", 10_000L + 4 * 30);
  }

  @Test
  void hasEachNumberInItsPlace() {
    Object sink = at(TREE, "sinks", 0);
    assertThat(at(sink, "time")).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(at(sink, "depth", "weight_percent")).isEqualTo(12.5);
    assertThat(at(sink, "health", "state")).isEqualTo("retrying");
    assertThat(at(sink, "health", "append_seconds", "p50")).isEqualTo(0.004);
    assertThat(at(sink, "limits", "batch_max_delay_seconds")).isEqualTo(0.25);
    assertThat(at(sink, "limits", "rules", 0, "overflow")).isEqualTo("drop_oldest");

    Object odd = at(sink, "sources", 1);
    assertThat(at(odd, "source")).isEqualTo(Samples.ODD.name());
    assertThat(at(odd, "dropped_by_reason", "rate_limited", "records")).isEqualTo(3_002L);
    assertThat(at(odd, "dropped", "records_per_second", "5m")).isEqualTo(3_021.5);
    assertThat(at(odd, "stored", "bytes_per_second", "15m")).isEqualTo(3_015.5);
    assertThat(at(odd, "blocked_seconds_total")).isEqualTo(3.033);
  }

  @Test
  void listsEachSourceWithItsSink() {
    List<Map<String, Object>> sources = StatsTree.sources(Samples.sinks());

    assertThat(sources)
        .extracting(source -> source.get("source") + " in " + source.get("sink"))
        .containsExactly(
            "logsink in full",
            Samples.ODD + " in full",
            "pty:db in full",
            "pty:web in full",
            "logsink in idle");
    assertThat(at(sources.get(3), "stored", "records")).isEqualTo(1_000L);
  }

  @Test
  void isMadeOfWhatJsonHas() {
    assertJson(TREE);
    assertJson(StatsTree.sources(Samples.sinks()));
  }

  private static void assertJson(Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        assertThat(map.keySet()).allMatch(String.class::isInstance);
        map.values().forEach(StatsTreeTest::assertJson);
      }
      case List<?> list -> list.forEach(StatsTreeTest::assertJson);
      case Double number -> assertThat(number).isFinite();
      default -> assertThat(value).isInstanceOfAny(String.class, Long.class, Integer.class);
    }
  }
}
