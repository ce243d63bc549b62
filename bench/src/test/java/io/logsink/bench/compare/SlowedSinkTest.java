package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.workload.ShippedWorkloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlowedSinkTest {
  private final ManualClock clock = new ManualClock(1);
  private final TimedBackend backend = TimedBackend.of("timed", clock, () -> 1_000);

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 1, 3})
  void takesLongerByAShareOfWhatItTook(double share) throws Exception {
    LogBatch batch = Lines.of(ShippedWorkloads.load("quiet-service"), 100).batches(1).getFirst();
    LogSink plain = open();
    LogSink slowed = new SlowedSink(open(), share, clock);

    long before = clock.getAsLong();
    plain.append(batch);
    plain.sync();
    long between = clock.getAsLong();
    slowed.append(batch);
    slowed.sync();
    long after = clock.getAsLong();

    assertThat((double) (after - between) / (between - before)).isCloseTo(1 + share, within(0.001));
  }

  @Test
  void isTheSinkOtherwise() {
    LogSink sink = open();
    LogSink slowed = new SlowedSink(sink, 0.2, clock);

    assertThat(slowed.capabilities()).isEqualTo(sink.capabilities());
    assertThat(slowed.stats()).isEqualTo(sink.stats());
  }

  @Test
  void isNoSlowdownThatMakesFaster() {
    assertThatThrownBy(() -> Arm.of(backend.contender()).slowedBy(-0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a planted slowdown must be 0 % to 1000 %, not -10 %");
  }

  private LogSink open() {
    return backend.open(BackendConfig.owner(backend.defaultSettings()));
  }
}
