package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that keep the server waiting take nothing from the others, and not for ever. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SlowClientsTest {
  private static final String[] HEADERS = {"Host: localhost", "Content-Type: application/json"};

  @TempDir Path folder;
  private Rig rig;

  @BeforeEach
  void open() throws Exception {
    rig =
        new Rig(
            folder, settings -> settings.withLimits(Rig.quickLimits(10)), UnaryOperator.identity());
  }

  @AfterEach
  void answersAndStores() throws Exception {
    try {
      rig.assertAlive();
    } finally {
      rig.close();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void manyConnectionsThatSendLittleKeepNobodyOutAndAreHungUpOn() throws Exception {
    List<Raw> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 400; i++) {
        slow.add(halfRequest(rig.ways().get(i % 2), i));
      }
      assertThat(Raw.call(rig.port(), "logs.insert", "{\"body\":\"x\"}").json().has("result"))
          .isTrue();
      for (Raw raw : slow) {
        assertThat(new String(raw.readAll(), StandardCharsets.UTF_8))
            .matches("(?s)|HTTP/1.1 408 .*");
      }
    } finally {
      for (Raw raw : slow) {
        raw.close();
      }
    }
  }

  private static Raw halfRequest(SocketAddress way, int kind) throws IOException {
    Raw raw = new Raw(way);
    byte[] head = Raw.head("POST /rpc", 1 << 20, HEADERS);
    switch (kind % 4) {
      case 0 -> raw.send(head);
      case 1 -> raw.send(bytes("POST /rpc HTTP/1.0\r\nHost: local"));
      case 2 -> {
        raw.send(head);
        raw.send(bytes("{\"jsonrpc\":"));
      }
      default -> raw.send(bytes("P"));
    }
    return raw;
  }

  @Test
  void aClientThatSendsAByteNowAndThenIsHungUpOn() throws Exception {
    try (Raw raw = new Raw(rig.port())) {
      raw.channel.configureBlocking(false);
      ByteBuffer answer = ByteBuffer.allocate(10);
      raw.send(bytes("POST /rpc HTTP/1.0\r\nX: "));
      Await.until("hung up", () -> isHungUp(raw, answer));
      assertThat(answer.position()).as("and not because the head became too long").isZero();
    }
  }

  /** Sends another byte if it can. */
  private static boolean isHungUp(Raw raw, ByteBuffer answer) {
    try {
      boolean ended = raw.channel.read(answer) < 0;
      raw.send(bytes("x"));
      return ended;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void clientsThatDoNotTakeTheirAnswersAreHungUpOn() throws Exception {
    for (int i = 0; i < 8; i++) {
      rig.store(Rig.record("pty:big", "\0".repeat(900_000)));
    }
    byte[] query =
        bytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.query\",\"params\":{\"limit\":20}}");
    List<Raw> deaf = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Raw raw = new Raw(rig.ways().get(i % 2));
      raw.send(Raw.head("POST /rpc", query.length, HEADERS));
      raw.send(query);
      deaf.add(raw);
    }
    Await.until(
        "others read again",
        () -> Raw.call(rig.port(), "logs.query", "{\"limit\":1}").json().has("result"));
    for (Raw raw : deaf) {
      raw.close();
    }
  }
}
