package io.logsink.app;

import io.logsink.config.BackendCatalogue;
import io.logsink.config.LogSinkConfig;
import io.logsink.server.ServerSettings;
import io.logsink.server.client.RpcClient;
import picocli.CommandLine.Mixin;

/** Which server: the one that the config has. */
final class ServerOptions {
  @Mixin private ConfigOptions config;

  /** A client of that server, at its socket when it has one. */
  RpcClient client() {
    return client(
        LogSinkConfig.load(config.sources(), BackendCatalogue.find(), OwnSections.DEFAULTS));
  }

  /** A client of the server that {@code config} has. */
  static RpcClient client(LogSinkConfig config) {
    ServerSettings settings = OwnSections.server(config);
    if (settings.socket().enabled()) {
      return RpcClient.onSocket(settings.socket().path());
    }
    if (settings.http().enabled()) {
      return RpcClient.onPort(settings.http().port());
    }
    throw new IllegalArgumentException(
        "the config's server listens nowhere; enable logsink.server.socket or logsink.server.http");
  }
}
