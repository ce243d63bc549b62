package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web page of a stranger gets nowhere through the browser of this machine. */
final class VisitorsTest {
  private static final byte[] INSERT =
      "{\"jsonrpc\":\"2.0\",\"method\":\"logs.insert\",\"params\":{\"body\":\"x\"}}"
          .getBytes(StandardCharsets.UTF_8);
  private static final String JSON = "Content-Type: application/json";

  @TempDir Path folder;
  private Rig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new Rig(folder);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void assertStatus(int status, String... headers) throws IOException {
    for (SocketAddress way : rig.ways()) {
      assertThat(Raw.ask(way, "POST /rpc", INSERT, headers).status())
          .as(String.join(", ", headers))
          .isEqualTo(status);
    }
  }

  @Test
  void programsOfThisMachineMayAsk() throws Exception {
    for (String host : List.of("localhost", "LOCALHOST:80", "127.0.0.1:7514", "[::1]:7514")) {
      assertStatus(204, "Host: " + host, JSON);
    }
    assertStatus(204, "Host: localhost", "Content-Type: application/json; charset=utf-8");
  }

  @Test
  void aNameThatWasMadeToMeanThisMachineIsRefused() throws Exception {
    for (String host :
        List.of("evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1.evil")) {
      assertStatus(403, "Host: " + host, JSON);
    }
    assertThat(Raw.ask(rig.port(), "GET /metrics", new byte[0], "Host: evil.example").status())
        .isEqualTo(403);
    assertThat(rig.storedBodies()).isEmpty();
  }

  @Test
  void aPageOfAnotherOriginIsRefusedAndOneOfOursIsNot() throws Exception {
    assertStatus(403, "Host: localhost", JSON, "Origin: http://evil.example");
    assertStatus(403, "Host: localhost", JSON, "Origin: null");
    assertStatus(403, "Host: localhost:7514", JSON, "Origin: http://localhost:8080");
    assertStatus(403, "Host: localhost:7514", JSON, "Origin: https://localhost:7514");
    assertThat(rig.storedBodies()).isEmpty();
    assertStatus(204, "Host: localhost:7514", JSON, "Origin: http://localhost:7514");
  }

  @Test
  void whatAPageMaySendWithoutAskingIsNotTaken() throws Exception {
    assertStatus(415, "Host: localhost");
    assertStatus(415, "Host: localhost", "Content-Type: text/plain");
    assertStatus(415, "Host: localhost", "Content-Type: application/x-www-form-urlencoded");
    assertThat(rig.storedBodies()).isEmpty();
    assertThat(Raw.ask(rig.port(), "OPTIONS /rpc", new byte[0], "Host: localhost").head())
        .contains("405")
        .doesNotContain("Access-Control");
  }
}
