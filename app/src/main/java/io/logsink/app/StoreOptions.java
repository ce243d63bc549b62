package io.logsink.app;

import io.logsink.api.Access;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import io.logsink.config.ReadOnlyStores;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.server.client.RpcClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which store. */
final class StoreOptions {
  @Mixin private ConfigOptions config;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "This backend instead of the config's; sqlite when there is none.")
  private @Nullable String backend;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "The store is in this folder instead of the config's.")
  private @Nullable String directory;

  private @Nullable LogSinkConfig loaded;

  LogSink open(Access access) throws LogSinkException {
    return config().open(access);
  }

  /**
   * What is to be read: of the owner, when one runs that has it, or opened here. Says on {@code
   * console} which stores could not be opened.
   */
  Reading read(Console console) throws LogSinkException {
    Optional<Reading> owner = directory == null ? owner() : Optional.empty();
    return owner.isPresent() ? owner.orElseThrow() : openToRead(console);
  }

  private Optional<Reading> owner() throws LogSinkException {
    Path socket = OwnSections.server(config()).socket().path();
    if (!Files.exists(socket)) {
      return Optional.empty();
    }
    RpcClient client = RpcClient.onSocket(socket);
    Optional<MergedReader> reader = Optional.empty();
    try {
      reader = ownersReader(client);
    } catch (SinkUnavailableException e) {
      // nobody listens at the socket: a process that was killed left it there
    } finally {
      if (reader.isEmpty()) {
        client.close();
      }
    }
    return reader.map(found -> new Reading(found, true, client::close));
  }

  /** All that the owner has, or the one that is asked for when the owner has it. */
  private Optional<MergedReader> ownersReader(RpcClient client) throws LogSinkException {
    SortedSet<String> sinks = client.sinks();
    if (backend == null) {
      return Optional.of(client);
    }
    return sinks.contains(backend) ? Optional.of(client.only(backend)) : Optional.empty();
  }

  private Reading openToRead(Console console) throws LogSinkException {
    if (backend != null || directory != null) {
      LogSink sink = open(Access.READ_ONLY);
      String name = config().backend().name();
      return new Reading(
          MergedReader.of(new TreeMap<>(Map.of(name, sink))), false, sink::close);
    }
    ReadOnlyStores stores = config().openToRead();
    stores
        .unavailable()
        .forEach((name, e) -> console.say("%s is left out: %s".formatted(name, e.getMessage())));
    return new Reading(stores.reader(), false, stores::close);
  }

  /** The config that the options ask for, read once. */
  LogSinkConfig config() {
    if (loaded == null) {
      loaded = LogSinkConfig.load(sources(), BackendCatalogue.find(), OwnSections.DEFAULTS);
    }
    return loaded;
  }

  /** Where settings are looked for. */
  ConfigSources sources() {
    ConfigSources sources = config.sources();
    if (backend != null) {
      sources = sources.withBackend(backend, "option --backend");
    }
    if (directory != null) {
      sources = sources.withSetting("directory", directory, "option --dir");
    }
    return sources;
  }
}
