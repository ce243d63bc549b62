package io.logsink.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.LineKind;
import io.logsink.bench.workload.LinesPlan;
import io.logsink.pipeline.LogEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SenderTest {
  private static final Source SOURCE = Source.of("pty:a");
  private static final int COUNT = 100;

  @Test
  void sendsEachRecordOnceAndInTheOrderTheyAreDue() throws Exception {
    List<LogRecord> taken = new ArrayList<>();
    Sender sender = sender(taken::add, 0);
    sender.run();

    assertThat(taken).hasSize(2 * COUNT);
    assertThat(taken)
        .isSortedAccordingTo((a, b) -> Long.compare(a.timestampNanos(), b.timestampNanos()));
    assertThat(taken.stream().map(LogRecord::timestampNanos).distinct().count())
        .isEqualTo(2 * COUNT);
    assertThat(sender.sentCount()).isEqualTo(2 * COUNT);
    assertThat(sender.accepted().latency().count()).isEqualTo(2 * COUNT);
  }

  @Test
  void aStallIsInTheLatencyOfAllThatWasDueMeanwhile() throws Exception {
    Duration stall = Duration.ofMillis(200);
    List<LogRecord> taken = new ArrayList<>();
    Sender sender =
        sender(
            record -> {
              if (taken.isEmpty()) {
                var _ = Pacer.awaitUntil(System.nanoTime() + stall.toNanos());
              }
              taken.add(record);
            },
            0);
    sender.run();

    // All were due in the first tenth of a second, so that the last waited for a tenth at least.
    assertThat(sender.accepted().latency().p50Nanos()).isGreaterThan(stall.toNanos() / 2);
    assertThat(sender.lateness().latency().p50Nanos()).isGreaterThan(stall.toNanos() / 2);
    assertThat(taken).hasSize(2 * COUNT);
  }

  @Test
  void theWarmUpIsSentAndNotMeasured() throws Exception {
    List<LogRecord> taken = new ArrayList<>();
    Sender sender = sender(taken::add, Duration.ofMillis(50).toNanos());
    sender.run();

    assertThat(taken).hasSize(2 * COUNT);
    assertThat(sender.accepted().latency().count()).isEqualTo(COUNT);
  }

  @Test
  void whatThrowsIsCountedApart() throws Exception {
    List<LogRecord> offered = new ArrayList<>();
    Sender sender =
        sender(
            record -> {
              offered.add(record);
              if (offered.size() % 2 == 0) {
                throw new IllegalStateException("closed");
              }
            },
            0);
    sender.run();

    assertThat(sender.failed().latency().count()).isEqualTo(COUNT);
    assertThat(sender.sentCount()).isEqualTo(COUNT);
    assertThat(sender.accepted().latency().count()).isEqualTo(COUNT);
    assertThat(sender.lastFailure()).contains("closed");
  }

  /** Two lanes that have their records due in the first tenth of a second. */
  private static Sender sender(Consumer<LogRecord> taker, long warmUpNanos) throws Exception {
    LineStock stock = LineStock.of(LinesPlan.of(LineKind.SERVICE).withCount(10));
    Lane steady = new Lane(SOURCE, new Cadence.Steady(1_000), stock, COUNT);
    Lane bursts = new Lane(SOURCE, Cadence.Bursts.of(50, 50e6), stock, COUNT);
    return new Sender(
        List.of(steady, bursts), new Taking(taker), Origin.in(Duration.ZERO), warmUpNanos);
  }

  private record Taking(Consumer<LogRecord> taker) implements LogEmitter {
    @Override
    public void emit(LogRecord record) {
      taker.accept(record);
    }

    @Override
    public void endOfSource(Source source) {}
  }
}
