package io.logsink.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HTTP by hand, so that a test can say anything, also what no client would. */
final class Raw implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final SocketChannel channel;

  Raw(SocketAddress address) throws IOException {
    channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    channel.connect(address);
  }

  /** What came back. */
  record Reply(int status, String head, String body) {
    JsonNode json() throws IOException {
      return MAPPER.readTree(body);
    }

    int errorCode() throws IOException {
      return json().path("error").path("code").intValue();
    }

    String errorMessage() throws IOException {
      return json().path("error").path("message").asText();
    }
  }

  static Reply call(SocketAddress address, String method, String params) throws IOException {
    return post(
        address,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params));
  }

  static Reply post(SocketAddress address, String body) throws IOException {
    return post(address, body.getBytes(StandardCharsets.UTF_8));
  }

  static Reply post(SocketAddress address, byte[] body) throws IOException {
    return ask(address, "POST /rpc", body, "Host: localhost", "Content-Type: application/json");
  }

  static Reply get(SocketAddress address, String path) throws IOException {
    return ask(address, "GET " + path, new byte[0], "Host: localhost");
  }

  static Reply ask(SocketAddress address, String line, byte[] body, String... headers)
      throws IOException {
    try (Raw raw = new Raw(address)) {
      raw.send(request(line, body, headers));
      return raw.reply();
    }
  }

  /** Head and body in one, for a server that does not wait for the body may have hung up on it. */
  static byte[] request(String line, byte[] body, String... headers) {
    byte[] head = head(line, body.length, headers);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** The head of a request; HTTP 1.0, so that the answer ends with the connection. */
  static byte[] head(String line, long length, String... headers) {
    return (line
            + " HTTP/1.0\r\n"
            + String.join("\r\n", headers)
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  Reply reply() throws IOException {
    String all = new String(readAll(), StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no HTTP answer: \"" + all + "\"");
    }
    return new Reply(
        Integer.parseInt(all.split(" ", 3)[1]), all.substring(0, end), all.substring(end + 4));
  }

  /** All that comes until the server closes the connection. */
  byte[] readAll() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
    while (channel.read(buffer) >= 0) {
      bytes.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
