package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks that a sink refuses what it does not declare. */
final class Refusal {
  private Refusal() {}

  /**
   * Checks the refusal of {@code feature}; returns false when there is no call that could be
   * refused.
   */
  static boolean isRefused(Fixture fixture, Feature feature) throws Exception {
    LogSink sink = fixture.own();
    fixture.append(sink, 3);
    return switch (feature) {
      case READ_BACKWARD -> refuses(feature, () -> sink.read(LogQuery.newest(1)));
      case SEEK_TIME ->
          refuses(feature, () -> sink.read(LogQuery.oldest(1).from(Position.at(Instant.EPOCH))));
      case FILTER ->
          refuses(
              feature,
              () ->
                  sink.read(
                      LogQuery.oldest(1).towards(Direction.FORWARD).where(LogFilter.words("a"))));
      case HISTOGRAM ->
          refuses(feature, () -> sink.histogram(LogFilter.all(), Duration.ofMinutes(1)));
      case READ_BESIDE_OWNER -> {
        assertThatThrownBy(() -> fixture.readOnly(StoreLimits.LARGE))
            .isInstanceOf(SinkUnavailableException.class);
        if (fixture.has(Feature.REOPEN)) {
          assertThat(KitChild.run(fixture, "read")).startsWith("SinkUnavailableException");
        }
        yield true;
      }
      case ATOMIC_BATCH, REOPEN, SINGLE_OWNER, RETENTION_AGE, RETENTION_BYTES -> false;
    };
  }

  private static boolean refuses(Feature feature, ThrowingCallable use) {
    assertThatThrownBy(use)
        .as("use of %s, which the sink does not declare", feature)
        .isInstanceOf(UnsupportedFeatureException.class);
    return true;
  }
}
