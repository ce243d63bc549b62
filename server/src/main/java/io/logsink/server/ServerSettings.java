package io.logsink.server;

import io.logsink.api.InvalidSettingException;
import java.util.List;

/**
 * The settings of a server.
 *
 * @param http HTTP on loopback
 * @param socket HTTP on a Unix socket
 * @param limits what clients may ask for
 * @param insertSources globs of the sources that clients may insert records of; one at least
 */
public record ServerSettings(
    HttpSettings http, SocketSettings socket, LimitSettings limits, List<String> insertSources) {
  /** Both listeners; clients may insert as {@code rpc} and {@code rpc:*}. */
  public static final ServerSettings DEFAULT =
      new ServerSettings(
          HttpSettings.DEFAULT,
          SocketSettings.DEFAULT,
          LimitSettings.DEFAULT,
          List.of("rpc", "rpc:*"));

  /** Copies and checks the globs. */
  public ServerSettings {
    if (insertSources.isEmpty() || insertSources.contains("")) {
      throw new InvalidSettingException(
          "insertSources", insertSources, "one glob or more, none of them empty, such as rpc:*");
    }
    insertSources = List.copyOf(insertSources);
  }

  /** These with another place for HTTP. */
  public ServerSettings withHttp(HttpSettings other) {
    return new ServerSettings(other, socket, limits, insertSources);
  }

  /** These with another socket. */
  public ServerSettings withSocket(SocketSettings other) {
    return new ServerSettings(http, other, limits, insertSources);
  }

  /** These with other limits. */
  public ServerSettings withLimits(LimitSettings other) {
    return new ServerSettings(http, socket, other, insertSources);
  }

  /** These with other sources to insert as. */
  public ServerSettings withInsertSources(List<String> other) {
    return new ServerSettings(http, socket, limits, other);
  }
}
