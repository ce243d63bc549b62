package io.logsink.bench.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.floor.FloorBackend;
import io.logsink.storage.Faults;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StretchTest {
  private static final StretchLimits SHORT = new StretchLimits(Duration.ofMillis(1), 1L << 30);

  @Test
  void endsWithTheTimeOrTheBytesAndHasOneBatchAtLeast() throws Exception {
    Supply supply = new Supply(Lines.many(50), 50);
    LogSink noop =
        FloorBackend.noop().open(BackendConfig.owner(FloorBackend.noop().defaultSettings()));
    Stretch one = Stretch.of(noop, supply, new StretchLimits(Duration.ofNanos(1), 1L << 30));
    Stretch few = Stretch.of(noop, supply, new StretchLimits(Duration.ofHours(1), 1));

    assertThat(one.recordCount()).isEqualTo(50);
    assertThat(few.recordCount()).isEqualTo(50);
    assertThat(one.bodyBytes()).isEqualTo(bytes(supply));
    assertThat(one.figures())
        .containsKeys(Measure.RECORDS, Measure.BYTES, Measure.P99)
        .containsEntry(Measure.REFUSED, 0.0);
  }

  private static long bytes(Supply supply) {
    long bytes = 0;
    for (int i = 0; i < 50; i++) {
      bytes += supply.at(i).body().length();
    }
    return bytes;
  }

  @Test
  void whatIsRefusedForNowIsTriedAgainAndCounted() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    LogSink sink =
        sink(batch -> {
          if (calls.getAndIncrement() < 3) {
            throw new Faults("x", Path.of("y")).unavailable("append", "busy", null);
          }
          return new AppendReceipt(1, batch.size(), Durability.VOLATILE);
        });
    Stretch stretch = Stretch.of(sink, new Supply(Lines.many(5), 5), SHORT);

    assertThat(stretch.figures()).containsEntry(Measure.REFUSED, 3.0);
    assertThat(stretch.recordCount()).isEqualTo(5L * (calls.get() - 3));
  }

  @Test
  void endsWithoutAnAppendThatIsRefusedForTooLong() throws Exception {
    LogSink sink =
        sink(batch -> {
          throw new Faults("x", Path.of("y")).unavailable("append", "busy", null);
        });
    Stretch stretch =
        Stretch.of(
            sink,
            new Supply(Lines.many(5), 5),
            new StretchLimits(Duration.ofHours(1), 1),
            Duration.ofNanos(1));

    assertThat(stretch.recordCount()).isZero();
    assertThat(stretch.figures()).containsEntry(Measure.RECORDS, 0.0);
    assertThat(stretch.figures().get(Measure.REFUSED)).isPositive();
  }

  @Test
  void aReceiptForFewerRecordsIsNoReceipt() {
    LogSink sink = sink(batch -> new AppendReceipt(1, 1, Durability.VOLATILE));

    assertThatThrownBy(() -> Stretch.of(sink, new Supply(Lines.many(5), 5), SHORT))
        .hasMessage("the receipt is for 1 records of 5");
  }

  /** How a batch is appended. */
  @FunctionalInterface
  private interface Appending {
    AppendReceipt append(LogBatch batch) throws SinkUnavailableException;
  }

  private static LogSink sink(Appending appending) {
    return (LogSink)
        Proxy.newProxyInstance(
            LogSink.class.getClassLoader(),
            new Class<?>[] {LogSink.class},
            (proxy, method, arguments) ->
                method.getName().equals("append")
                    ? appending.append((LogBatch) arguments[0])
                    : null);
  }
}
