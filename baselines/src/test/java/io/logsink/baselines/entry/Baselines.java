package io.logsink.baselines.entry;

import io.logsink.api.LogSinkBackend;
import io.logsink.bench.Contender;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** The baselines, as the bench finds them. */
public final class Baselines {
  private Baselines() {}

  public static List<Contender> all() {
    return ServiceLoader.load(LogSinkBackend.class).stream()
        .filter(provider -> provider.type().getName().startsWith("io.logsink.baselines."))
        .map(ServiceLoader.Provider::get)
        .map(backend -> new Contender(backend.name(), backend, backend.defaultSettings()))
        .toList();
  }

  /** Those whose records can be read. */
  public static List<Contender> readable() {
    return all().stream().filter(Contender::isReadable).toList();
  }

  public static Contender named(String name) {
    return all().stream().filter(one -> one.label().equals(name)).findFirst().orElseThrow();
  }

  /** The default settings of {@code name} in {@code folder}. */
  public static Record settings(String name, Path folder) {
    return named(name).settingsIn(folder);
  }
}
