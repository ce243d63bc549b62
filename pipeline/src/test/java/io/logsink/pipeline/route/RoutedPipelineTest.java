package io.logsink.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.pipeline.BatchSettings;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoutedPipelineTest {
  private static final Source SYSMON = Source.of("sysmon");
  private static final Source WEB = Source.of("pty:web");
  private static final Source RPC = Source.of("rpc");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final List<Route> ROUTES =
      List.of(
          new Route("sysmon", "ring"), new Route("pty:*", "rotfile"), new Route("*:web", "ring"));

  @TempDir private Path folder;

  private final MemorySink ring = new MemorySink();
  private final MemorySink rotfile = new MemorySink();
  private final MemorySink sqlite = new MemorySink();
  private final SortedMap<String, MemorySink> sinks =
      new TreeMap<>(Map.of("ring", ring, "rotfile", rotfile, "sqlite", sqlite));

  private PipelineSettings settings() {
    return PipelineSettings.DEFAULT
        .withCountersFile(folder.resolve("counters"))
        .withBounds(64 << 10, 100, new BatchSettings(4, 8 << 10, Duration.ofMillis(10)));
  }

  private RoutedPipeline open() throws LogSinkException {
    return RoutedPipeline.open(settings(), ROUTES, "sqlite", sinks);
  }

  private static void emit(RoutedPipeline pipeline, Source source, String... texts) {
    for (String text : texts) {
      pipeline.emit(LogRecord.of(Instant.EPOCH, source, LogBody.of(text)));
    }
  }

  private static void emitMany(RoutedPipeline pipeline, Source source, int count) {
    for (int i = 0; i < count; i++) {
      emit(pipeline, source, "line " + i);
    }
  }

  private static PipelineStats of(SortedMap<String, PipelineStats> stats, String sink) {
    return Objects.requireNonNull(stats.get(sink));
  }

  @Test
  void theFirstRouteThatMatchesCountsAndTheRestHasItsOwnSink() throws Exception {
    try (RoutedPipeline pipeline = open()) {
      for (int i = 0; i < 2; i++) {
        emit(pipeline, SYSMON, "cpu");
        emit(pipeline, WEB, "GET /");
        emit(pipeline, RPC, "insert");
        emit(pipeline, Source.of("tty:web"), "tty");
      }

      assertThat(pipeline.drain(LONG)).isTrue();

      assertThat(ring.texts()).containsExactly("cpu", "tty", "cpu", "tty");
      assertThat(rotfile.texts()).containsExactly("GET /", "GET /");
      assertThat(sqlite.texts()).containsExactly("insert", "insert");
      assertThat(pipeline.reader().read(LogQuery.oldest(20)).entries()).hasSize(8);
    }
  }

  @Test
  void withoutRoutesEverythingGoesToTheRest() throws Exception {
    SortedMap<String, MemorySink> one = new TreeMap<>(Map.of("sqlite", sqlite));
    try (RoutedPipeline pipeline = RoutedPipeline.open(settings(), List.of(), "sqlite", one)) {
      emit(pipeline, WEB, "a");
      emit(pipeline, RPC, "b");

      assertThat(pipeline.drain(LONG)).isTrue();

      assertThat(sqlite.texts()).containsExactly("a", "b");
      assertThat(pipeline.stats()).containsOnlyKeys("sqlite");
      assertThat(pipeline.reader().read(LogQuery.newest(1)).cursor()).hasToString("sqlite:s2");
    }
  }

  @Test
  void sourcesWithoutNumberAreAllRouted() throws Exception {
    try (RoutedPipeline pipeline =
        RoutedPipeline.open(settings().withMaxSourceCount(2), ROUTES, "sqlite", sinks)) {
      for (int i = 0; i < 50; i++) {
        emit(pipeline, Source.of("pty:" + i), "p");
        emit(pipeline, Source.of("rpc:" + i), "r");
        assertThat(pipeline.drain(LONG)).isTrue();
      }

      assertThat(rotfile.texts()).hasSize(50).containsOnly("p");
      assertThat(sqlite.texts()).hasSize(50).containsOnly("r");
    }
  }

  @Test
  void aStuckSinkCostsTheOthersNothing() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    ring.gate = stuck;
    RoutedPipeline pipeline = open();
    emitMany(pipeline, SYSMON, 1_000);
    for (int i = 0; i < 20; i++) {
      emitMany(pipeline, WEB, 50);
      awaitStored(rotfile, (i + 1) * 50);
    }

    SortedMap<String, PipelineStats> last = pipeline.close(Duration.ofMillis(200));
    stuck.countDown();

    SourceStats web = of(last, "rotfile").of(WEB);
    assertThat(web.stored()).isEqualTo(web.emitted());
    assertThat(web.emitted().recordCount()).isEqualTo(1_000);
    SourceStats sysmon = of(last, "ring").of(SYSMON);
    assertThat(sysmon.emitted().recordCount()).isEqualTo(1_000);
    assertThat(sysmon.with(Fate.OVERFLOWED).recordCount()).isGreaterThan(800);
    assertThat(sysmon.with(Fate.FAILED).recordCount()).isPositive();
    assertThat(sysmon.inFlight()).isEqualTo(Tally.ZERO);
    assertLaw(last);
  }

  private static void awaitStored(MemorySink sink, int count) throws InterruptedException {
    assertThat(sink.await(count, LONG)).as("%d records are stored", count).isTrue();
  }

  @Test
  void theLawHoldsUnderABrokenSinkBesideASoundOne() throws Exception {
    rotfile.isBroken = true;
    RoutedPipeline pipeline = open();
    emitMany(pipeline, WEB, 500);
    for (int i = 0; i < 20; i++) {
      emitMany(pipeline, RPC, 25);
      awaitStored(sqlite, (i + 1) * 25);
      assertLaw(pipeline.stats());
    }
    rotfile.isBroken = false;

    SortedMap<String, PipelineStats> last = pipeline.close(LONG);

    assertLaw(last);
    SourceStats web = of(last, "rotfile").of(WEB);
    assertThat(web.emitted().recordCount()).isEqualTo(500);
    assertThat(web.stored().recordCount()).isBetween(1L, 100L);
    assertThat(web.stored().recordCount() + web.with(Fate.OVERFLOWED).recordCount()).isEqualTo(500);
    assertThat(of(last, "sqlite").of(RPC).stored().recordCount()).isEqualTo(500);
    assertThat(sqlite.entries()).hasSize(500);
    assertThat(storedBy(rotfile, LogPipeline.OWN_SOURCE)).as("the loss is told there").isPositive();
  }

  private static long storedBy(MemorySink sink, Source source) {
    return sink.entries().stream().filter(entry -> entry.record().source().equals(source)).count();
  }

  private static void assertLaw(SortedMap<String, PipelineStats> stats) {
    assertThat(stats).hasSize(3);
    assertThat(stats.values())
        .allSatisfy(one -> assertThat(one.sources().values()).allMatch(SourceStats::balances));
  }

  @Test
  void eachSinkHasItsCountersAndTheyGoOn() throws Exception {
    for (int i = 0; i < 2; i++) {
      try (RoutedPipeline pipeline = open()) {
        emit(pipeline, SYSMON, "cpu");
        emit(pipeline, RPC, "insert");
      }
    }

    try (RoutedPipeline pipeline = open();
        Stream<Path> files = Files.list(folder)) {
      assertThat(of(pipeline.stats(), "ring").of(SYSMON).stored().recordCount()).isEqualTo(2);
      assertThat(of(pipeline.stats(), "sqlite").of(RPC).stored().recordCount()).isEqualTo(2);
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("counters-ring", "counters-rotfile", "counters-sqlite");
    }
  }

  @Test
  void whenOneCannotBeOpenedTheOthersAreClosed() throws Exception {
    Files.createDirectory(folder.resolve("counters-sqlite"));

    assertThatExceptionOfType(LogSinkException.class)
        .isThrownBy(this::open)
        .withMessageContaining("counters-sqlite");

    assertThat(Files.readString(folder.resolve("counters-ring"))).contains("closed true");
    assertThat(Files.readString(folder.resolve("counters-rotfile"))).contains("closed true");
  }

  @Test
  void aSinkThatIsNotThereIsNamed() {
    List<Route> routes = List.of(new Route("a", "ring"), new Route("b", "rnig"));

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> RoutedPipeline.open(settings(), routes, "sqlite", sinks))
        .withMessage("routes[1].sink must be one of ring, rotfile, sqlite, not rnig");
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> RoutedPipeline.open(settings(), List.of(), "lmdb", sinks))
        .withMessage("restSink must be one of ring, rotfile, sqlite, not lmdb");
  }

  @Test
  void aRouteHasAGlobAndASink() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new Route("", "ring"))
        .withMessage("sources must be a glob such as pty:*, not \"\"");
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new Route("*", "a+b"))
        .withMessageStartingWith("sink must be letters, digits");
  }

  @Test
  void theEndOfASourceIsToldToItsPipeline() throws Exception {
    PipelineSettings held =
        settings().withRules(List.of(SourceRule.DEFAULT.withSampling(1_000_000, 5)));
    try (RoutedPipeline pipeline = RoutedPipeline.open(held, ROUTES, "sqlite", sinks)) {
      emit(pipeline, WEB, "first", "held", "last");
      pipeline.endOfSource(WEB);

      assertThat(pipeline.drain(LONG)).isTrue();

      assertThat(rotfile.texts()).containsExactly("first", "held", "last");
    }
  }

  @Test
  void afterClosingNothingIsTaken() throws Exception {
    RoutedPipeline pipeline = open();
    emit(pipeline, WEB, "a");
    pipeline.close();
    pipeline.close();

    assertThatIllegalStateException().isThrownBy(() -> emit(pipeline, WEB, "b"));
    assertThat(of(pipeline.stats(), "rotfile").of(WEB).stored().recordCount()).isEqualTo(1);
    assertThat(rotfile.texts()).containsExactly("a");
  }

  @Test
  void aThreadThatIsInterruptedClosesAllTheSame() throws Exception {
    RoutedPipeline pipeline = open();
    emit(pipeline, WEB, "a");
    Thread.currentThread().interrupt();

    pipeline.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rotfile.texts()).containsExactly("a");
    assertThat(Files.readString(folder.resolve("counters-rotfile"))).contains("closed true");
  }
}
