package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.config.LogSinkConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The one store that is measured. */
final class BenchStore {
  @Mixin private BenchConfig config;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description =
          "A backend (sqlite), one of its labels (sqlite-wal) or a floor (noop); sqlite when not"
              + " given.")
  private String name = ConfigOptions.DEFAULT_BACKEND;

  /** By the backend's name with the config's settings as they are, else by label. */
  Contender contender(Console console) {
    LogSinkConfig loaded = config.load(console);
    Map<String, Contender> all = new LinkedHashMap<>();
    loaded
        .catalogue()
        .backends()
        .forEach(backend ->
            add(all, new Contender(backend.name(), backend, loaded.settingsOf(backend.name()))));
    Contenders.of(loaded).forEach(contender -> add(all, contender));
    Contenders.floors().forEach(contender -> add(all, contender));
    return Contenders.chosen(List.copyOf(all.values()), List.of(name)).getFirst();
  }

  private static void add(Map<String, Contender> all, Contender contender) {
    all.putIfAbsent(contender.label(), contender);
  }
}
