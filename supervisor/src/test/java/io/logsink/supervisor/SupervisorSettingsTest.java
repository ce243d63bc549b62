package io.logsink.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class SupervisorSettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void everyDefaultIsPinned() {
    assertThat(SupervisorSettings.DEFAULT).isEqualTo(new SupervisorSettings(Map.of()));
    assertThat(ServiceSettings.DEFAULT)
        .isEqualTo(
            new ServiceSettings(
                List.of(),
                Path.of("."),
                List.of(),
                ServiceOutput.TERMINAL,
                new TerminalSettings(120, 40),
                new LineSettings(1_048_576, SECOND, SeverityRule.LEVEL_WORD),
                new RestartSettings(
                    RestartPolicy.ON_FAILURE,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    0),
                Duration.ofSeconds(10)));
  }

  @Test
  void eachWithChangesItsComponents() {
    TerminalSettings terminal = new TerminalSettings(1, 2);
    LineSettings line = new LineSettings(1_024, SECOND, SeverityRule.NONE);
    RestartSettings restart = new RestartSettings(RestartPolicy.NEVER, SECOND, SECOND, SECOND, 3);

    assertThat(
            ServiceSettings.of("a", "b")
                .withPlace(Path.of("/x"), List.of("K=V"))
                .withOutput(ServiceOutput.PIPES)
                .withTerminal(terminal)
                .withLine(line)
                .withRestart(restart)
                .withStopTime(SECOND))
        .isEqualTo(
            new ServiceSettings(
                List.of("a", "b"),
                Path.of("/x"),
                List.of("K=V"),
                ServiceOutput.PIPES,
                terminal,
                line,
                restart,
                SECOND));
  }

  @Test
  void theOrderOfServicesIsKept() {
    Map<String, ServiceSettings> services = new LinkedHashMap<>();
    services.put("z", ServiceSettings.of("x"));
    services.put("a", ServiceSettings.of("x"));

    assertThat(new SupervisorSettings(services).services().keySet()).containsExactly("z", "a");
  }

  @Test
  void refusesServicesThatCannotBe() {
    for (String name : List.of("", "a b", "a:b", "a/b", "é", "x".repeat(101))) {
      assertRefused("services", () -> services(name, ServiceSettings.of("x")));
    }
    assertRefused("services.web.command", () -> services("web", ServiceSettings.DEFAULT));
    assertRefused("services.web.command", () -> services("web", ServiceSettings.of("")));
    assertThat(services("A-z_0.9", ServiceSettings.of("x")).services()).hasSize(1);
  }

  private static SupervisorSettings services(String name, ServiceSettings service) {
    return new SupervisorSettings(Map.of(name, service));
  }

  @Test
  void refusesValuesThatCannotBe() {
    ServiceSettings service = ServiceSettings.of("x");
    Path here = Path.of(".");
    assertRefused("command", () -> ServiceSettings.of("a\0b"));
    assertRefused("environment", () -> service.withPlace(here, List.of("novalue")));
    assertRefused("environment", () -> service.withPlace(here, List.of("=x")));
    assertRefused("environment", () -> service.withPlace(here, List.of("A=\0")));
    assertRefused("stopTime", () -> service.withStopTime(Duration.ofNanos(-1)));
    assertRefused("stopTime", () -> service.withStopTime(Duration.ofDays(1)));
    assertRefused("columns", () -> new TerminalSettings(0, 1));
    assertRefused("rows", () -> new TerminalSettings(1, 10_001));
    assertRefused("maxBytes", () -> new LineSettings(1_023, SECOND, SeverityRule.NONE));
    assertRefused("maxBytes", () -> new LineSettings((16 << 20) + 1, SECOND, SeverityRule.NONE));
    assertRefused("flushDelay", () -> new LineSettings(1_024, Duration.ZERO, SeverityRule.NONE));
    assertRefused(
        "flushDelay", () -> new LineSettings(1_024, SECOND.multipliedBy(3_601), SeverityRule.NONE));
  }

  @Test
  void refusesRestartsThatCannotBe() {
    assertRefused("firstDelay", () -> restart(Duration.ZERO, SECOND, SECOND, 0));
    assertRefused("maxDelay", () -> restart(SECOND, SECOND.minusMillis(1), SECOND, 0));
    assertRefused("maxDelay", () -> restart(SECOND, Duration.ofHours(2), SECOND, 0));
    assertRefused("healthyTime", () -> restart(SECOND, SECOND, Duration.ofNanos(-1), 0));
    assertRefused("healthyTime", () -> restart(SECOND, SECOND, Duration.ofDays(2), 0));
    assertRefused("maxCount", () -> restart(SECOND, SECOND, SECOND, -1));
  }

  private static RestartSettings restart(
      Duration first, Duration max, Duration healthy, int maxCount) {
    return new RestartSettings(RestartPolicy.ALWAYS, first, max, healthy, maxCount);
  }

  private static void assertRefused(String field, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(making)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }
}
