package io.logsink.config;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/** Opens stores of the backend that is chosen; asks for no other, so that no other is loaded. */
final class SinkOpening {
  private final LogSinkConfig config;
  private final Map<String, Provider<LogSinkBackend>> backends;

  @Inject
  SinkOpening(LogSinkConfig config, Map<String, Provider<LogSinkBackend>> backends) {
    this.config = config;
    this.backends = backends;
  }

  LogSink open(Access access) throws LogSinkException {
    Provider<LogSinkBackend> chosen =
        Objects.requireNonNull(backends.get(config.backend().name()), "bound by BackendsModule");
    return chosen.get().open(new BackendConfig(config.settings(), access, InstantSource.system()));
  }
}
