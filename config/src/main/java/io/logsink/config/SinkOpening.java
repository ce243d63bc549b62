package io.logsink.config;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.pipeline.route.RoutedPipeline;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens stores of the backends that are chosen; asks for no others, so that no other is loaded. */
final class SinkOpening {
  private final LogSinkConfig config;
  private final Map<String, Provider<LogSinkBackend>> backends;

  @Inject
  SinkOpening(LogSinkConfig config, Map<String, Provider<LogSinkBackend>> backends) {
    this.config = config;
    this.backends = backends;
  }

  LogSink open(Access access) throws LogSinkException {
    return open(config.backend().name(), access);
  }

  private LogSink open(String name, Access access) throws LogSinkException {
    Provider<LogSinkBackend> backend =
        Objects.requireNonNull(backends.get(name), "bound by BackendsModule");
    return backend
        .get()
        .open(new BackendConfig(config.settingsOf(name), access, InstantSource.system()));
  }

  OwnedPipeline openPipeline() throws LogSinkException {
    OpenSinks sinks = new OpenSinks();
    try {
      for (String name : config.routedBackends()) {
        sinks.add(name, open(name, Access.OWNER));
      }
      RoutedPipeline pipeline =
          RoutedPipeline.open(
              config.pipeline(), config.routes(), config.backend().name(), sinks.sinks());
      return new OwnedPipeline(pipeline, sinks);
    } catch (LogSinkException | RuntimeException e) {
      sinks.closeBecause(e);
      throw e;
    }
  }

  ReadOnlyStores openToRead() throws LogSinkException {
    OpenSinks sinks = new OpenSinks();
    SortedMap<String, SinkUnavailableException> unavailable = new TreeMap<>();
    try {
      for (String name : config.routedBackends()) {
        try {
          sinks.add(name, open(name, Access.READ_ONLY));
        } catch (SinkUnavailableException e) {
          unavailable.put(name, e);
        }
      }
      requireOne(sinks, unavailable);
      return new ReadOnlyStores(sinks, unavailable);
    } catch (LogSinkException | RuntimeException e) {
      sinks.closeBecause(e);
      throw e;
    }
  }

  /** Throws that of the chosen backend, with those of the others. */
  private void requireOne(OpenSinks sinks, SortedMap<String, SinkUnavailableException> unavailable)
      throws SinkUnavailableException {
    if (sinks.sinks().isEmpty()) {
      SinkUnavailableException first =
          Objects.requireNonNull(unavailable.remove(config.backend().name()));
      unavailable.values().forEach(first::addSuppressed);
      throw first;
    }
  }
}
