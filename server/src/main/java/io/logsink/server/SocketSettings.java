package io.logsink.server;

import io.logsink.api.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * HTTP on a Unix socket, for the user of the process alone.
 *
 * @param enabled whether to listen there
 * @param path the socket, at most {@value #MAX_PATH_BYTES} bytes as it is written here; its folder
 *     is made when it is not there
 */
public record SocketSettings(boolean enabled, Path path) {
  /** What the system takes, 107 bytes, less what the socket's name has more until it is ready. */
  public static final int MAX_PATH_BYTES = 95;

  /** The socket {@code logsink-data/logsink.sock}. */
  public static final SocketSettings DEFAULT =
      new SocketSettings(true, Path.of("logsink-data", "logsink.sock"));

  /** Checks the path. */
  public SocketSettings {
    int bytes = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_PATH_BYTES) {
      throw new InvalidSettingException(
          "path",
          path,
          "%d bytes or less, because systems take no longer socket paths; it has %d; give one relative to the working folder"
              .formatted(MAX_PATH_BYTES, bytes));
    }
    if (path.getFileName() == null || path.getFileName().toString().isEmpty()) {
      throw new InvalidSettingException("path", path, "a file in some folder");
    }
  }
}
