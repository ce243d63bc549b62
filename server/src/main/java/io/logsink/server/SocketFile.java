package io.logsink.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The file of a Unix socket. The socket is bound in a private folder, where nobody can connect to
 * it before its permissions are set, and then moved to its place, which also replaces what a dead
 * process left there.
 */
final class SocketFile implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path path;
  private final Path folder;
  private @Nullable Object key;

  private SocketFile(Path path, Path folder) {
    this.path = path;
    this.folder = folder;
  }

  /**
   * Makes room for a socket.
   *
   * @throws IOException when its folder cannot be made, another process listens there, or something
   *     else has that name
   */
  static SocketFile prepare(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      Files.createDirectories(parent, PRIVATE_FOLDER);
    }
    requireFree(path);
    String name = "." + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    return new SocketFile(path, Files.createDirectory(path.resolveSibling(name), PRIVATE_FOLDER));
  }

  private static void requireFree(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!attributes(path).isOther()) {
      throw new IOException(
          "%s is there and is no socket; give the socket another path".formatted(path));
    }
    if (isAlive(path)) {
      throw new IOException(
          "another process listens at the socket %s; end it, or give the socket another path"
              .formatted(path));
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isAlive(Path path) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(path));
    } catch (ConnectException e) {
      return false;
    }
  }

  /** Where to bind. */
  Path bindPath() {
    return folder.resolve("s");
  }

  /** Lets the bound socket be found, by its user alone. */
  void publish() throws IOException {
    Files.setPosixFilePermissions(bindPath(), PosixFilePermissions.fromString("rw-------"));
    key = attributes(bindPath()).fileKey();
    Files.move(bindPath(), path, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(folder);
  }

  /** Removes the socket, unless another one has taken its place. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(bindPath());
    Files.deleteIfExists(folder);
    if (key != null
        && Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && key.equals(attributes(path).fileKey())) {
      Files.delete(path);
    }
  }
}
