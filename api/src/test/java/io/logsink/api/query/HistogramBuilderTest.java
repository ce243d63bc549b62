package io.logsink.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HistogramBuilderTest {
  private static LogRecord at(String time) {
    return LogRecord.of(Instant.parse(time), Source.of("rpc"), LogBody.EMPTY);
  }

  @Test
  void countsInStretchesAlignedTo1970AlsoBeforeIt() {
    HistogramBuilder histogram = new HistogramBuilder(LogFilter.all(), Duration.ofMinutes(1));
    histogram.offer(at("1970-01-01T00:00:59.999999999Z"));
    histogram.offer(at("1969-12-31T23:59:59Z"));
    histogram.offer(at("1970-01-01T00:00:00Z"));

    assertThat(histogram.build().buckets())
        .containsExactly(
            new LogHistogram.Bucket(Instant.parse("1969-12-31T23:59:00Z"), 1),
            new LogHistogram.Bucket(Instant.EPOCH, 2));
    assertThat(histogram.build().totalCount()).isEqualTo(3);
  }

  @Test
  void refusesTooManyStretches() {
    HistogramBuilder histogram = new HistogramBuilder(LogFilter.all(), Duration.ofMillis(1));
    histogram.offer(at("2026-01-01T00:00:00Z"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> histogram.offer(at("2026-01-01T00:00:10Z")))
        .withMessageContaining("10001");
  }

  @Test
  void refusesStretchesThatAreTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HistogramBuilder(LogFilter.all(), Duration.ofNanos(999_999)))
        .withMessageContaining("PT0.000999999S");
  }
}
