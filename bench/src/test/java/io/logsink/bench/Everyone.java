package io.logsink.bench;

import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.util.List;

/** All contenders with their default settings. */
final class Everyone {
  private Everyone() {}

  static List<Contender> onTheClassPath() {
    return Contenders.of(
        LogSinkConfig.load(
            ConfigSources.none().withDefaultBackend("sqlite"), BackendCatalogue.find()));
  }
}
