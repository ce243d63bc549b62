package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which backends take part in a comparison, and with which settings. */
final class BenchContenders {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The settings of the backends, but for their folders; the defaults when not given.")
  private @Nullable Path file;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Only this one, by its name (sqlite) or label (sqlite-wal); repeatable.")
  private List<String> names = new ArrayList<>();

  /** The floors first, because they are quick and leave their share of the time to the others. */
  List<Contender> all(Console console) {
    BackendCatalogue catalogue = BackendCatalogue.find();
    catalogue.unusable().forEach(reason -> console.say("not usable: " + reason));
    LogSinkConfig config = LogSinkConfig.load(sources(), catalogue, OwnSections.DEFAULTS);
    List<Contender> contenders = new ArrayList<>(Contenders.floors());
    contenders.addAll(Contenders.chosen(Contenders.of(config), names));
    return contenders;
  }

  /** Which backend is chosen does not matter: all are compared. */
  private ConfigSources sources() {
    ConfigSources sources =
        ConfigSources.process().withDefaultBackend(ConfigOptions.DEFAULT_BACKEND);
    return file == null ? sources : sources.withFile(file);
  }
}
