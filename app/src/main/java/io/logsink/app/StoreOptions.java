package io.logsink.app;

import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import java.time.InstantSource;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;

/** Which store. */
final class StoreOptions {
  @Option(names = "--backend", paramLabel = "NAME", description = "The kind of storage.")
  private String backend = "ring";

  LogSink open(Access access) throws LogSinkException {
    for (LogSinkBackend candidate : ServiceLoader.load(LogSinkBackend.class)) {
      if (candidate.name().equals(backend)) {
        return candidate.open(
            new BackendConfig(candidate.defaultSettings(), access, InstantSource.system()));
      }
    }
    throw new IllegalArgumentException("no backend " + backend);
  }
}
