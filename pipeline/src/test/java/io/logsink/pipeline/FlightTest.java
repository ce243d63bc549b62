package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the flight recorder is told. */
final class FlightTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final FakeSink sink = new FakeSink(new FakeStore());

  private PipelineSettings settings(SourceRule... rules) {
    return Rig.SMALL.withCountersFile(folder.resolve("counters")).withRules(List.of(rules));
  }

  private static void emit(LogPipeline pipeline, Source source, int count) {
    for (int i = 0; i < count; i++) {
      pipeline.emit(LogRecord.of(Instant.EPOCH, source, LogBody.of("four")));
    }
  }

  /** What is recorded under {@code name} while {@code action} is done. */
  private List<RecordedEvent> record(String name, Action action) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable(name);
      recording.start();
      action.run();
      recording.stop();
      Path file = folder.resolve("events.jfr");
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().equals(name))
          .toList();
    }
  }

  private interface Action {
    void run() throws Exception;
  }

  @Test
  void eachAppendIsAnEventWithItsOutcome() throws Exception {
    sink.faults.add(FakeSink.unavailable());

    List<RecordedEvent> appends =
        record(
            AppendEvent.NAME,
            () -> {
              LogPipeline pipeline = LogPipeline.open(settings(), sink);
              emit(pipeline, WEB, 3);
              pipeline.close(LONG);
            });

    assertThat(appends)
        .extracting(event -> event.getString("outcome"))
        .startsWith("SinkUnavailableException")
        .endsWith("stored");
    assertThat(appends.getLast().getString("pipeline"))
        .isEqualTo(folder.resolve("counters").toString());
    List<RecordedEvent> stored =
        appends.stream().filter(event -> event.getString("outcome").equals("stored")).toList();
    assertThat(stored.stream().mapToInt(event -> event.getInt("recordCount")).sum()).isEqualTo(3);
    assertThat(stored.stream().mapToLong(event -> event.getLong("bodyBytes")).sum()).isEqualTo(12);
  }

  @Test
  void lossesAreSummedBySourceAndReasonUntilTheEnd() throws Exception {
    SourceRule half = SourceRule.DEFAULT.withSampling(2, 0);
    try (LogPipeline before = LogPipeline.open(settings(half), sink)) {
      emit(before, WEB, 8);
    }

    List<RecordedEvent> losses =
        record(
            LossEvent.NAME,
            () -> {
              LogPipeline pipeline = LogPipeline.open(settings(half), sink);
              emit(pipeline, WEB, 10);
              emit(pipeline, DB, 2);
              pipeline.close(LONG);
            });

    assertThat(losses)
        .extracting(
            event -> event.getString("source"),
            event -> event.getString("reason"),
            event -> event.getLong("recordCount"),
            event -> event.getLong("bodyBytes"))
        .containsExactlyInAnyOrder(
            tuple("pty:web", "sampled", 5L, 20L), tuple("pty:db", "sampled", 1L, 4L));
  }

  @Test
  void thePipelineIsAnEventByTheClock() throws Exception {
    CountDownLatch seen = new CountDownLatch(3);
    try (RecordingStream stream = new RecordingStream();
        LogPipeline pipeline = LogPipeline.open(settings(), sink)) {
      stream.enable(PipelineEvent.NAME).withPeriod(Duration.ofMillis(50));
      stream.onEvent(PipelineEvent.NAME, event -> count(event, pipeline, seen));
      stream.startAsync();

      assertThat(seen.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static void count(RecordedEvent event, LogPipeline pipeline, CountDownLatch seen) {
    PipelineSettings settings = pipeline.stats().settings();
    if (event.getString("pipeline").equals(settings.countersFile().toString())
        && event.getLong("maxBytes") == settings.maxBytes()
        && event.getString("state").equals("WRITING")) {
      seen.countDown();
    }
  }

  @Test
  void thePageHasTheFieldsOfTheEvents() throws Exception {
    Path page = Path.of(System.getProperty("logsink.root"), "docs", "stats.md");
    List<String> rows = Files.readAllLines(page);

    for (Class<? extends Event> type :
        List.of(AppendEvent.class, PipelineEvent.class, LossEvent.class)) {
      String row =
          rows.stream()
              .filter(line -> line.startsWith("| `" + EventType.getEventType(type).getName()))
              .findFirst()
              .orElseThrow();
      assertThat(row.split("`", -1)).containsAll(fields(type));
    }
  }

  private static List<String> fields(Class<? extends Event> type) {
    return EventType.getEventType(type).getFields().stream()
        .map(ValueDescriptor::getName)
        .filter(
            name -> !List.of("startTime", "duration", "eventThread", "stackTrace").contains(name))
        .toList();
  }

  @Test
  void theLastEventHasWhatIsLeft() throws Exception {
    List<RecordedEvent> events =
        record(PipelineEvent.NAME, () -> LogPipeline.open(settings(), sink).close(LONG));

    assertThat(events.getLast().getInt("queuedCount")).isZero();
    assertThat(events.getLast().getLong("weightBytes")).isZero();
    assertThat(events.getLast().getDuration("oldestNanos")).isEqualTo(Duration.ZERO);
  }
}
