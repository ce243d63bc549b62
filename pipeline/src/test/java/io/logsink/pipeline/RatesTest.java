package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.logsink.api.record.Source;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How fast the accounts grow. */
final class RatesTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private static void emit(Rig rig, Source source, int count) {
    for (int i = 0; i < count; i++) {
      rig.emit(source, "four");
    }
  }

  /** {@code count} records each second, for {@code seconds}, which are a multiple of five. */
  private static void emitSteadily(Rig rig, Source source, int count, int seconds) {
    for (int i = 0; i < seconds; i += 5) {
      emit(rig, source, 5 * count);
      rig.pass(Meters.INTERVAL);
    }
  }

  private static void assertRate(MovingRate rate, double one, double five, double fifteen) {
    assertThat(rate.oneMinute()).isCloseTo(one, EXACT);
    assertThat(rate.fiveMinutes()).isCloseTo(five, EXACT);
    assertThat(rate.fifteenMinutes()).isCloseTo(fifteen, EXACT);
  }

  @Test
  void thereAreNoneBeforeTheFirstTick() throws Exception {
    Rig rig = Rig.of();
    emit(rig, WEB, 10);

    assertThat(rig.pipeline.stats().ratesOf(WEB)).isEqualTo(SourceRates.ZERO);
    assertThat(rig.pipeline.stats().ratesOf(Source.of("nobody"))).isEqualTo(SourceRates.ZERO);
  }

  @Test
  void aSteadyRateIsThatFromTheBeginning() throws Exception {
    Rig rig = Rig.of();

    emitSteadily(rig, WEB, 3, 10);

    TallyRate emitted = rig.pipeline.stats().ratesOf(WEB).emitted();
    assertRate(emitted.records(), 3, 3, 3);
    assertRate(emitted.bodyBytes(), 12, 12, 12);
  }

  /** After so long without a record each window keeps e^(-time/window). */
  @Test
  void silenceIsForgottenAsTheLoadAverageForgets() throws Exception {
    Rig rig = Rig.of();
    emitSteadily(rig, WEB, 2, 36_000);

    rig.pass(Duration.ofMinutes(5));

    assertRate(
        rig.pipeline.stats().ratesOf(WEB).emitted().records(),
        2 * Math.exp(-5),
        2 * Math.exp(-1),
        2 * Math.exp(-1 / 3.0));
  }

  /** One burst of 100 after 55 s of silence: what the mean over that minute weighs it. */
  @Test
  void aYoungPipelineTakesTheMeanOverItsLife() throws Exception {
    Rig rig = Rig.of();
    rig.pass(Duration.ofSeconds(55));
    emit(rig, WEB, 100);
    rig.pass(Meters.INTERVAL);

    double weighted = 20 * (1 - Math.exp(-5 / 60.0)) / (1 - Math.exp(-1));
    assertThat(rig.pipeline.stats().ratesOf(WEB).emitted().records().oneMinute())
        .isCloseTo(weighted, EXACT);
    assertThat(rig.pipeline.stats().ratesOf(WEB).emitted().records().fifteenMinutes())
        .isCloseTo(100 / 60.0, within(0.1));
  }

  @Test
  void aLateTickChangesNothing() throws Exception {
    Rig rig = Rig.of();
    emitSteadily(rig, WEB, 4, 50);
    for (int i = 0; i < 7; i++) {
      emit(rig, WEB, 4 * 13);
      rig.pass(Duration.ofSeconds(13));
    }

    assertRate(rig.pipeline.stats().ratesOf(WEB).emitted().records(), 4, 4, 4);
  }

  @Test
  void theSourcesAddUpToTheTotalAlsoWhenOneCameLater() throws Exception {
    Rig rig = Rig.of();
    emitSteadily(rig, WEB, 3, 60);
    emitSteadily(rig, DB, 5, 60);

    PipelineStats stats = rig.pipeline.stats();
    SourceRates both = stats.ratesOf(WEB).plus(stats.ratesOf(DB));
    assertThat(stats.totalRates()).isEqualTo(both.plus(stats.ratesOf(LogPipeline.OWN_SOURCE)));
    assertThat(stats.ratesOf(DB).emitted().records().fifteenMinutes())
        .isBetween(2.5, 2.7); // half of its life, and not all of it
  }

  @Test
  void whatIsStoredAndWhatIsLostHaveTheirOwn() throws Exception {
    Rig rig = Rig.of(SourceRule.DEFAULT.withSampling(4, 0));
    for (int i = 0; i < 12; i++) {
      emit(rig, WEB, 20);
      rig.drain();
      rig.pass(Meters.INTERVAL);
    }

    SourceRates rates = rig.pipeline.stats().ratesOf(WEB);
    double all = rates.emitted().records().oneMinute();
    assertThat(rates.stored().records().oneMinute()).isCloseTo(all / 4, EXACT);
    assertThat(rates.lost().records().oneMinute()).isCloseTo(all * 3 / 4, EXACT);
    assertThat(rates.lost().bodyBytes().oneMinute()).isCloseTo(all * 3, EXACT);
  }

  @Test
  void whatEarlierProcessesCountedIsNoRate() throws Exception {
    Rig first = Rig.of();
    emitSteadily(first, WEB, 3, 60);
    first.pipeline.close();

    Rig rig = first.next();
    rig.pass(Meters.INTERVAL);

    assertThat(rig.stats(WEB).emitted().recordCount()).isEqualTo(180);
    assertThat(rig.pipeline.stats().ratesOf(WEB)).isEqualTo(SourceRates.ZERO);
  }
}
