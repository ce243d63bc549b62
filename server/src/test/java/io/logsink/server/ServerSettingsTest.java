package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServerSettingsTest {
  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(ServerSettings.DEFAULT)
        .isEqualTo(
            new ServerSettings(
                new HttpSettings(true, 7514),
                new SocketSettings(true, Path.of("logsink-data/logsink.sock")),
                new LimitSettings(
                    1_048_576,
                    8,
                    1_000,
                    64,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10)),
                List.of("rpc", "rpc:*")));
  }

  private static void assertRefused(String field, Runnable made) {
    assertThatThrownBy(made::run)
        .isInstanceOfSatisfying(
            InvalidSettingException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static LimitSettings limits(
      long bytes, int requests, int connections, int tails, Duration wait, Duration time) {
    return new LimitSettings(bytes, requests, connections, tails, wait, time, time);
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    Duration second = Duration.ofSeconds(1);
    assertRefused("port", () -> new HttpSettings(true, -1));
    assertRefused("port", () -> new HttpSettings(true, 65_536));
    assertRefused("path", () -> new SocketSettings(true, Path.of("x".repeat(96))));
    assertRefused("path", () -> new SocketSettings(true, Path.of("")));
    assertRefused("path", () -> new SocketSettings(true, Path.of("/")));
    assertRefused("insertSources", () -> ServerSettings.DEFAULT.withInsertSources(List.of()));
    assertRefused("insertSources", () -> ServerSettings.DEFAULT.withInsertSources(List.of("")));
    assertRefused("maxRequestBytes", () -> limits(1_023, 4, 1, 1, second, second));
    assertRefused("maxRequestBytes", () -> limits((64 << 20) + 1, 4, 1, 1, second, second));
    assertRefused("maxRequestCount", () -> limits(1_024, 3, 1, 1, second, second));
    assertRefused("maxConnectionCount", () -> limits(1_024, 4, 0, 1, second, second));
    assertRefused("maxTailCount", () -> limits(1_024, 4, 1, 0, second, second));
    assertRefused("maxTailWait", () -> limits(1_024, 4, 1, 1, Duration.ofMinutes(11), second));
    assertRefused("idleTime", () -> limits(1_024, 4, 1, 1, second, Duration.ZERO));
  }

  @Test
  void aSocketPathOfTheMostBytesIsTaken() {
    assertThat(new SocketSettings(true, Path.of("x".repeat(95))).path().toString()).hasSize(95);
  }
}
