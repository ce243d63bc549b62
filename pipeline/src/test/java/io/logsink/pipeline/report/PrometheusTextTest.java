package io.logsink.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.report.Exposition.Family;
import io.logsink.pipeline.report.Exposition.Sample;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PrometheusTextTest {
  private static final Map<String, Family> FAMILIES =
      Exposition.parse(PrometheusText.of(Samples.sinks()));

  private static double value(String name, Map<String, String> labels) {
    String family = name.replaceAll("(seconds|records)_(sum|count)$", "$1");
    return Objects.requireNonNull(FAMILIES.get(family), family).samples().stream()
        .filter(sample -> sample.name().equals(name) && sample.labels().equals(labels))
        .mapToDouble(Sample::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + labels));
  }

  @Test
  void hasTheAccountOfEachSourceUnderItsTrueName() {
    Map<String, String> odd = Map.of("sink", "full", "source", Samples.ODD.name());
    assertThat(value("logsink_stored_records_total", odd)).isEqualTo(3_000);
    assertThat(value("logsink_stored_bytes_total", odd)).isEqualTo(30_000);
    assertThat(value("logsink_in_flight_bytes", odd)).isEqualTo(3_031);
    assertThat(value("logsink_blocked_total", odd)).isEqualTo(3_032);
    assertThat(value("logsink_blocked_seconds_total", odd)).isEqualTo(3.033);
  }

  @Test
  void hasReasonsAndWindowsAsLabels() {
    assertThat(
            value(
                "logsink_dropped_bytes_total",
                Map.of("sink", "full", "source", "pty:web", "reason", "rate-limited")))
        .isEqualTo(10_002);
    assertThat(
            value(
                "logsink_dropped_records_per_second",
                Map.of("sink", "full", "source", "pty:web", "window", "5m")))
        .isEqualTo(1_021.5);
  }

  @Test
  void hasTheSinksSideBySide() {
    assertThat(value("logsink_queued_records", Map.of("sink", "full"))).isEqualTo(1);
    assertThat(value("logsink_queued_records", Map.of("sink", "idle"))).isZero();
    assertThat(value("logsink_state", Map.of("sink", "full", "state", "retrying"))).isEqualTo(1);
    assertThat(value("logsink_state", Map.of("sink", "full", "state", "writing"))).isZero();
    assertThat(value("logsink_state", Map.of("sink", "idle", "state", "writing"))).isEqualTo(1);
  }

  @Test
  void hasDistributionsInSeconds() {
    Map<String, String> full = Map.of("sink", "full");
    assertThat(value("logsink_append_seconds", Map.of("sink", "full", "quantile", "0.99")))
        .isEqualTo(0.006);
    assertThat(value("logsink_append_seconds_sum", full)).isCloseTo(0.015, within(1e-12));
    assertThat(value("logsink_append_seconds_count", full)).isEqualTo(3);
    assertThat(value("logsink_append_seconds_max", full)).isEqualTo(0.007);
    assertThat(value("logsink_batch_records_sum", full)).isEqualTo(120);
  }

  @Test
  void hasThirtyEightSeriesForASourceAndNoMore() {
    assertThat(
            FAMILIES.values().stream()
                .flatMap(family -> family.samples().stream())
                .filter(sample -> "pty:web".equals(sample.labels().get("source"))))
        .hasSize(38);
    assertThat(
            FAMILIES.values().stream()
                .flatMap(family -> family.samples().stream())
                .filter(sample -> !sample.labels().containsKey("source"))
                .filter(sample -> "full".equals(sample.labels().get("sink"))))
        .hasSizeLessThan(40);
  }

  @Test
  void countsExactlyAsFarAsANumberOfThePrometheusCan() {
    PipelineStats stats = Samples.full(1L << 40);

    assertThat(PrometheusText.of(new TreeMap<>(Map.of("big", stats))))
        .contains(
            "logsink_stored_records_total{sink=\"big\",source=\"pty:web\"} 1099511627776000\n");
  }
}
