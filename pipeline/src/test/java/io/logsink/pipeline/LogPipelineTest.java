package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline as users get it: with its own threads, the machine's clock, and a file. */
final class LogPipelineTest {
  @TempDir private Path folder;

  private final FakeSink sink = new FakeSink(new FakeStore());

  private PipelineSettings settings(SourceRule... rules) {
    return Rig.SMALL.withCountersFile(folder.resolve("counters")).withRules(List.of(rules));
  }

  private static void emitMany(LogPipeline pipeline, Source source, int count) {
    for (int i = 0; i < count; i++) {
      String text = i + " " + "x".repeat(500);
      pipeline.emit(LogRecord.of(Instant.EPOCH, source, LogBody.of(text)));
    }
  }

  private static void emitFromThreads(LogPipeline pipeline, int count) {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int i = 0; i < 4; i++) {
        Source source = Source.of("producer " + i);
        var _ = threads.submit(() -> emitMany(pipeline, source, count));
      }
    }
  }

  @Test
  void everyRecordOfManyProducersHasItsFate() throws Exception {
    LogPipeline pipeline = LogPipeline.open(settings(), sink);

    emitFromThreads(pipeline, 5_000);
    PipelineStats closed = pipeline.close(Duration.ofMinutes(1));

    SourceStats total = closed.total();
    long own = closed.of(LogPipeline.OWN_SOURCE).emitted().recordCount();
    assertThat(total.emitted().recordCount()).isEqualTo(20_000 + own);
    assertThat(total.stored().recordCount()).isEqualTo(sink.store.entries().size());
    assertThat(total.inFlight()).isEqualTo(Tally.ZERO);
    assertThat(closed.sources().values()).allMatch(SourceStats::balances);
  }

  @Test
  void producersThatMayWaitLoseNothing() throws Exception {
    SourceRule block = SourceRule.DEFAULT.withOverflow(Overflow.BLOCK, Duration.ofMinutes(1));
    LogPipeline pipeline = LogPipeline.open(settings(block), sink);

    emitFromThreads(pipeline, 1_000);
    SourceStats total = pipeline.close(Duration.ofMinutes(1)).total();

    assertThat(total.stored()).isEqualTo(total.emitted());
    assertThat(total.stored().recordCount()).isEqualTo(4_000);
    assertThat(total.blockedCount()).isPositive();
  }

  @Test
  void whatWasDrainedIsStored() throws Exception {
    try (LogPipeline pipeline = LogPipeline.open(settings(), sink)) {
      emitMany(pipeline, WEB, 10);

      assertThat(pipeline.drain(Duration.ofMinutes(1))).isTrue();

      assertThat(sink.store.texts(WEB)).hasSize(10);
    }
  }

  @Test
  void theTimersRunByThemselves() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    FakeSink listening =
        new FakeSink(new FakeStore()) {
          @Override
          public AppendReceipt append(LogBatch batch) throws LogSinkException {
            AppendReceipt receipt = super.append(batch);
            if (!store.told(Fate.SAMPLED).isEmpty()) {
              told.countDown();
            }
            return receipt;
          }
        };
    Duration often = Duration.ofMillis(5);
    PipelineSettings settings =
        settings(SourceRule.DEFAULT.withSampling(2, 0))
            .withTimes(
                RetrySettings.DEFAULT,
                new TimerSettings(often, often, often, often),
                Duration.ofMinutes(1));

    try (LogPipeline pipeline = LogPipeline.open(settings, listening)) {
      emitMany(pipeline, WEB, 2);

      assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void theCountersGoOnWhenItIsOpenedAgain() throws Exception {
    try (LogPipeline pipeline = LogPipeline.open(settings(), sink)) {
      emitMany(pipeline, DB, 10);
    }

    try (LogPipeline pipeline = LogPipeline.open(settings(), sink)) {
      emitMany(pipeline, DB, 5);
      pipeline.close(Duration.ofMinutes(1));

      assertThat(pipeline.stats().of(DB).stored().recordCount()).isEqualTo(15);
    }
  }

  @Test
  void statisticsHaveTheLimitsInForce() throws Exception {
    PipelineSettings settings = settings();
    try (LogPipeline pipeline = LogPipeline.open(settings, sink)) {
      PipelineStats stats = pipeline.stats();

      assertThat(stats.settings()).isEqualTo(settings);
      assertThat(stats.maxRecordBytes()).isEqualTo(sink.capabilities().maxRecordBytes());
      assertThat(stats.sink().lastFault()).isNull();
      assertThat(stats.of(Source.of("nobody"))).isEqualTo(SourceStats.ZERO);
    }
  }
}
