package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.pipeline.route.RoutedPipeline;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a server listens, and what it finds and leaves there. */
final class ListeningTest {
  @TempDir Path folder;

  private static LogSinkServer second(Rig rig, HttpSettings http, SocketSettings socket)
      throws IOException {
    RoutedPipeline pipeline = rig.pipeline;
    return LogSinkServer.start(
        ServerSettings.DEFAULT.withHttp(http).withSocket(socket),
        new ServerParts(pipeline, pipeline.reader(), pipeline::stats));
  }

  private static SocketSettings at(Path path) {
    return new SocketSettings(true, path);
  }

  private static final HttpSettings NO_HTTP = new HttpSettings(false, 0);

  @Test
  void theSocketIsForItsUserAloneAndGoesWithTheServer() throws Exception {
    Path socket = folder.resolve("deep/er/s.sock");
    try (Rig rig = new Rig(folder)) {
      try (LogSinkServer _ = second(rig, NO_HTTP, at(socket))) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
            .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
            .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(socket.getParent())) {
          assertThat(files).containsExactly(socket);
        }
        assertThat(Raw.get(UnixDomainSocketAddress.of(socket), "/healthz").status()).isEqualTo(200);
      }
      assertThat(socket).doesNotExist();
      try (Stream<Path> files = Files.list(socket.getParent())) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void theSocketOfADeadProcessIsReplaced() throws Exception {
    Path socket = folder.resolve("dead.sock");
    ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    dead.bind(UnixDomainSocketAddress.of(socket));
    dead.close();
    assertThat(socket).exists();
    try (Rig rig = new Rig(folder);
        LogSinkServer _ = second(rig, NO_HTTP, at(socket))) {
      assertThat(Raw.get(UnixDomainSocketAddress.of(socket), "/healthz").status()).isEqualTo(200);
    }
  }

  @Test
  void theSocketOfALivingProcessIsLeftToIt() throws Exception {
    try (Rig rig = new Rig(folder)) {
      assertThatThrownBy(() -> second(rig, NO_HTTP, at(rig.socket)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process listens")
          .hasMessageContaining(rig.socket.toString());
      assertThat(Raw.get(UnixDomainSocketAddress.of(rig.socket), "/healthz").status())
          .isEqualTo(200);
    }
  }

  @Test
  void whatIsNoSocketIsNotTouched() throws Exception {
    Path file = Files.writeString(folder.resolve("precious"), "data");
    try (Rig rig = new Rig(folder)) {
      assertThatThrownBy(() -> second(rig, NO_HTTP, at(file)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no socket");
      assertThat(file).hasContent("data");
    }
  }

  @Test
  void aSocketThatAnotherTookOverStays() throws Exception {
    Path socket = folder.resolve("taken.sock");
    try (Rig rig = new Rig(folder)) {
      LogSinkServer server = second(rig, NO_HTTP, at(socket));
      Files.delete(socket);
      Files.createFile(socket);
      server.close();
      assertThat(socket).exists();
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (Rig rig = new Rig(folder)) {
      HttpSettings taken = new HttpSettings(true, rig.server.httpPort());
      Path socket = folder.resolve("other.sock");
      assertThatThrownBy(() -> second(rig, taken, at(socket)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + rig.server.httpPort());
      assertThat(socket).doesNotExist();
    }
  }

  @Test
  void aSecondCloseDoesNothing() throws Exception {
    try (Rig rig = new Rig(folder)) {
      rig.server.close();
      rig.server.close();
      assertThat(rig.socket).doesNotExist();
    }
  }

  @Test
  void aServerWithoutHttpHasNoPort() throws Exception {
    try (Rig rig = new Rig(folder);
        LogSinkServer server = second(rig, NO_HTTP, at(folder.resolve("x.sock")))) {
      assertThatThrownBy(server::httpPort).isInstanceOf(IllegalStateException.class);
    }
  }
}
