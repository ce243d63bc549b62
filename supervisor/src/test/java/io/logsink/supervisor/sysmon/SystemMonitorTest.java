package io.logsink.supervisor.sysmon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.AttributeValue.DoubleValue;
import io.logsink.api.record.AttributeValue.LongValue;
import io.logsink.api.record.LogRecord;
import io.logsink.supervisor.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SystemMonitorTest {
  private static final Instant TIME = Instant.parse("2026-11-25T10:00:00Z");
  private static final long SELF = ProcessHandle.current().pid();

  private static SysmonSettings settings(boolean enabled, boolean services) {
    return new SysmonSettings(enabled, Duration.ofSeconds(1), Path.of("."), services);
  }

  private static long number(LogRecord record, String key) {
    AttributeValue value = record.attributes().get(key);
    assertThat(value).as(key).isInstanceOf(LongValue.class);
    return ((LongValue) value).value();
  }

  private static double share(LogRecord record, String key) {
    AttributeValue value = record.attributes().get(key);
    assertThat(value).as(key).isInstanceOf(DoubleValue.class);
    return ((DoubleValue) value).value();
  }

  @Test
  void everyDefaultIsPinned() {
    assertThat(SysmonSettings.DEFAULT)
        .isEqualTo(new SysmonSettings(true, Duration.ofSeconds(10), Path.of("."), true));
  }

  @Test
  void refusesIntervalsThatCannotBe() {
    for (Duration interval : List.of(Duration.ofMillis(999), Duration.ofDays(2))) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> new SysmonSettings(true, interval, Path.of("."), true))
          .satisfies(e -> assertThat(e.field()).isEqualTo("interval"));
    }
  }

  @Test
  void aSampleSaysHowTheSystemAndThisProcessAre() {
    List<LogRecord> records = new Sampler(settings(true, true), Map::of).sample(TIME);

    assertThat(records).hasSize(1);
    LogRecord sample = records.getFirst();
    assertThat(sample.source()).isEqualTo(SystemMonitor.SOURCE);
    assertThat(sample.timestamp()).isEqualTo(TIME);
    assertThat(share(sample, "system.cpu.utilization")).isBetween(0.0, 1.0);
    long used = number(sample, "system.memory.usage");
    long available = number(sample, "system.memory.available");
    assertThat(used).isPositive();
    assertThat(used + available).isEqualTo(number(sample, "system.memory.limit"));
    assertThat(number(sample, "system.filesystem.free"))
        .isBetween(0L, number(sample, "system.filesystem.limit"));
    assertThat(number(sample, "process.memory.usage")).isPositive();
    assertThat(number(sample, "process.thread.count")).isPositive();
    assertThat(number(sample, "jvm.memory.used")).isPositive();
  }

  @Test
  void theTextHasTheValuesOfTheAttributes() {
    LogRecord sample = new Sampler(settings(true, true), Map::of).sample(TIME).getFirst();

    assertThat(sample.body().text())
        .matches("[a-z]\\S*=\\S+( [a-z]\\S*=\\S+)*")
        .contains("mem.used=" + number(sample, "system.memory.usage"))
        .contains("rss=" + number(sample, "process.memory.usage"));
    assertThat(sample.body().text().split(" ")).hasSize(sample.attributes().size());
  }

  @Test
  void eachServiceThatRunsHasASampleOfItsOwn() {
    Map<String, Long> pids = Map.of("web", SELF, "ended", 999_999_999L);

    List<LogRecord> records = new Sampler(settings(true, true), () -> pids).sample(TIME);

    assertThat(records).hasSize(2);
    LogRecord web = records.get(1);
    assertThat(web.attributes().get("service")).isEqualTo(AttributeValue.of("web"));
    assertThat(number(web, "process.pid")).isEqualTo(SELF);
    assertThat(number(web, "process.memory.usage")).isPositive();
    assertThat(number(web, "process.count")).isPositive();
    assertThat(share(web, "process.cpu.utilization")).isNotNegative();
  }

  @Test
  void servicesAreLeftOutWhenAskedTo() {
    Sampler sampler = new Sampler(settings(true, false), () -> Map.of("web", SELF));

    assertThat(sampler.sample(TIME)).hasSize(1);
  }

  @Test
  void growthIsWhatCameSinceTheLastLook() {
    Growth growth = new Growth(100);

    assertThat(growth.to(150)).isEqualTo(50);
    assertThat(growth.to(20)).isZero();
    assertThat(growth.to(30)).isEqualTo(10);
  }

  @Test
  void itSamplesByItselfUntilItIsClosed() throws Exception {
    Recording recording = new Recording();
    try (SystemMonitor _ = SystemMonitor.start(settings(true, true), recording, Map::of)) {
      recording.await("two samples", seen -> seen.of(SystemMonitor.SOURCE).size() >= 2);
    }

    assertThat(recording.of(SystemMonitor.SOURCE))
        .allMatch(record -> record.body().text().startsWith("cpu="));
  }

  @Test
  void itDoesNothingWhenItIsNotEnabled() {
    Recording recording = new Recording();
    SystemMonitor monitor = SystemMonitor.start(settings(false, true), recording, Map::of);
    monitor.close();
    monitor.close();

    assertThat(recording.records()).isEmpty();
  }

  @Test
  void aFailureIsToldInTheLog() throws Exception {
    Recording recording = new Recording();
    try (SystemMonitor _ =
        SystemMonitor.start(
            settings(true, true),
            recording,
            () -> {
              throw new UnsupportedOperationException("for the test");
            })) {
      recording.await("failure", seen -> !seen.records().isEmpty());
    }

    assertThat(recording.records().getFirst().body().text())
        .isEqualTo("a sample failed: java.lang.UnsupportedOperationException: for the test");
  }
}
