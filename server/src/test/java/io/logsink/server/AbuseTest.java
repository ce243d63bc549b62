package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that a client sends stops the server, in a JVM of 128 MiB that its clients share: after
 * each attempt it answers, and a record can be inserted and is stored.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class AbuseTest {
  private static final String[] HEADERS = {"Host: localhost", "Content-Type: application/json"};
  private static final int MAX_REQUEST_BYTES = 1 << 20;

  @TempDir Path folder;
  private Rig rig;

  @BeforeEach
  void open() throws Exception {
    rig =
        new Rig(
            folder, settings -> settings.withLimits(Rig.patientLimits()), UnaryOperator.identity());
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
  void aRequestThatIsTooLongIsToldTheLimit() throws Exception {
    String record = "{\"body\":\"one of very many records\"},";
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.insert\",\"params\":{\"records\":[";
    for (SocketAddress way : rig.ways()) {
      try (Raw raw = new Raw(way)) {
        byte[] records = bytes(record.repeat(10_000));
        raw.send(Raw.head("POST /rpc", request.length() + 100L * records.length, HEADERS));
        raw.send(bytes(request));
        for (int i = 0; i < 100; i++) {
          raw.send(records);
        }
        Raw.Reply reply = raw.reply();
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.errorCode()).isEqualTo(-32001);
        assertThat(reply.errorMessage()).contains("at most 1048576 bytes");
      }
    }
  }

  @Test
  void aRequestThatDoesNotSayHowLongItIsIsBoundedToo() throws Exception {
    try (Raw raw = new Raw(rig.port())) {
      raw.send(
          bytes(
              String.join(
                  "\r\n",
                  "POST /rpc HTTP/1.1",
                  "Host: localhost",
                  "Connection: close",
                  "Content-Type: application/json",
                  "Transfer-Encoding: chunked",
                  "",
                  "")));
      byte[] chunk = bytes("10000\r\n" + " ".repeat(1 << 16) + "\r\n");
      for (int i = 0; i < 32; i++) {
        raw.send(chunk);
      }
      raw.send(bytes("0\r\n\r\n"));
      assertThat(new String(raw.readAll(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aRequestOfTheLongestLengthIsTaken() throws Exception {
    String start =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.insert\",\"params\":{\"body\":\"";
    String end = "\"}}";
    String body = "x".repeat(MAX_REQUEST_BYTES - start.length() - end.length());
    assertThat(Raw.post(rig.port(), start + body + end).json().has("result")).isTrue();
    assertThat(Raw.post(rig.port(), start + body + "x" + end).status()).isEqualTo(413);
    assertThat(rig.storedBodies()).containsExactly(body);
  }

  @Test
  void nestingAndTokensAreBounded() throws Exception {
    String deep = "[".repeat(100_000);
    String many = "[" + "[],".repeat(300_000) + "[]]";
    String deepFilter = "{\"not\":".repeat(1_000) + "{}" + "}".repeat(1_000);
    assertThat(Raw.post(rig.port(), deep).errorCode()).isEqualTo(-32700);
    assertThat(Raw.post(rig.port(), many).errorCode()).isEqualTo(-32700);
    assertThat(Raw.call(rig.port(), "logs.query", "{\"filter\":" + deepFilter + "}").errorCode())
        .isEqualTo(-32700);
  }

  @Test
  void batchesAndFiltersAreBounded() throws Exception {
    String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sources.list\"}";
    String batch = "[" + (call + ",").repeat(100) + call + "]";
    assertThat(Raw.post(rig.port(), batch).errorCode()).isEqualTo(-32600);
    String or = "{\"filter\":{\"or\":[" + "{\"contains\":\"x\"},".repeat(300) + "{}]}}";
    assertThat(Raw.call(rig.port(), "logs.query", or).errorCode()).isEqualTo(-32602);
    String padded = "{\"filter\":{\"contains\":\"" + "x".repeat(70_000) + "\"}}";
    assertThat(Raw.call(rig.port(), "logs.tail", padded).errorCode()).isEqualTo(-32001);
  }

  @Test
  void numbersAndTextsThatAreNoneAreRefused() throws Exception {
    byte[] broken =
        bytes(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.insert\",\"params\":{\"body\":\"?\"}}");
    for (int lead : new int[] {0xff, 0xc0, 0xed, 0xf8, 0x80}) {
      broken[broken.length - 4] = (byte) lead;
      assertThat(Raw.post(rig.port(), broken).errorCode()).isEqualTo(-32700);
    }
    assertThat(Raw.post(rig.port(), "1".repeat(100_000)).errorCode()).isEqualTo(-32700);
    assertThat(Raw.post(rig.port(), "{\"a\":Infinity}").errorCode()).isEqualTo(-32700);
    assertThat(Raw.post(rig.port(), "\ufeff{}").errorCode()).isEqualTo(-32700);
    assertThat(Raw.post(rig.port(), "{}".getBytes(StandardCharsets.UTF_16)).errorCode())
        .isEqualTo(-32700);
    assertThat(rig.storedBodies()).isEmpty();
  }

  @Test
  void regularExpressionsThatWouldExplodeAreHarmless() throws Exception {
    rig.store(Rig.record("rpc", "a".repeat(100_000)));
    String slow = "{\"filter\":{\"matches\":\"(a+)+$|(a|a)*b\"}}";
    assertThat(Raw.call(rig.port(), "logs.query", slow).json().has("result")).isTrue();
    String large = "{\"filter\":{\"matches\":\"((a{1000}){1000}){1000}\"}}";
    assertThat(Raw.call(rig.port(), "logs.query", large).errorCode()).isEqualTo(-32602);
  }

  @Test
  void rubbishIsAnsweredOrHungUpOn() throws Exception {
    Random random = new Random(42);
    for (int i = 0; i < 50; i++) {
      byte[] rubbish = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(rubbish);
      assertThat(Raw.post(rig.port(), rubbish).errorCode()).isEqualTo(-32700);
      try (Raw raw = new Raw(rig.ways().get(i % 2))) {
        converse(raw, rubbish);
      }
    }
  }

  /** The server may also close the connection while there is something unsent or unread. */
  private static void converse(Raw raw, byte[] rubbish) {
    try {
      raw.send(rubbish);
      raw.send(bytes("\r\n\r\n"));
      raw.channel.shutdownOutput();
      raw.readAll();
    } catch (IOException e) {
      assertThat(e.getMessage()).containsAnyOf("reset", "Broken pipe");
    }
  }

  @Test
  void headersAreBounded() throws Exception {
    try (Raw raw = new Raw(rig.port())) {
      raw.send(bytes("GET /healthz HTTP/1.0\r\nHost: localhost\r\nX: " + "x".repeat(7_000)));
      raw.send(bytes("x".repeat(7_000) + "\r\n\r\n"));
      assertThat(new String(raw.readAll(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 431");
    }
  }

  @Test
  void aThousandConnectionsAtOnceAreAllAnswered() throws Exception {
    List<Future<Integer>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (int i = 0; i < 1_000; i++) {
        SocketAddress way = rig.ways().get(i % 2);
        replies.add(threads.submit(() -> Raw.get(way, "/healthz").status()));
      }
      for (Future<Integer> reply : replies) {
        assertThat(reply.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void manyLongInsertsAtOnceAreTakenOrToldToWait() throws Exception {
    byte[] insert =
        bytes(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.insert\",\"params\":{\"records\":["
                + "{\"body\":\"0123456789\",\"attributes\":{\"a\":1.5}},".repeat(3_900)
                + "{\"body\":\"last\"}]}}");
    List<Future<Raw.Reply>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        SocketAddress way = rig.ways().get(i % 2);
        replies.add(threads.submit(() -> Raw.post(way, insert)));
      }
      for (Future<Raw.Reply> reply : replies) {
        assertThat(reply.get().status()).isIn(200, 503);
        assertThat(reply.get().errorCode()).isIn(0, -32000);
      }
    }
  }
}
