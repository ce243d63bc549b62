package io.logsink.bench.workload;

import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigException;
import io.logsink.config.ConfigSources;
import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads and writes workloads: a workload is a section of a config, so that a file can have the
 * backends' settings beside it. {@code docs/workloads} has the keys.
 */
public final class WorkloadFile {
  /** The section's name. */
  public static final String SECTION = "workload";

  private static final String KEYS = "logsink." + SECTION + ".";
  private static final String SUFFIX = ".conf";

  private WorkloadFile() {}

  /**
   * The workload in {@code file}, which gives it its name.
   *
   * @throws IOException when there is no producer in it
   * @throws ConfigException when it is not there, or anything in it is wrong
   */
  public static WorkloadPlan read(Path file) throws IOException {
    WorkloadSettings settings =
        load(ConfigSources.process().withFile(file), WorkloadSettings.DEFAULT)
            .section(SECTION, WorkloadSettings.class);
    if (settings.producers().isEmpty()) {
      throw new IOException(
          "%s has no producer; give it logsink { workload { producers { ... } } }".formatted(file));
    }
    return new WorkloadPlan(name(file), settings);
  }

  private static String name(Path file) {
    String name = file.toAbsolutePath().getFileName().toString();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /** The workload as a file that reads back as the same. */
  public static String write(WorkloadPlan plan) {
    return load(ConfigSources.none(), plan.settings()).effective().stream()
        .filter(setting -> setting.key().startsWith(KEYS))
        .map(EffectiveSetting::assignment)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Which backend is chosen does not matter, but one has to be. */
  private static LogSinkConfig load(ConfigSources sources, WorkloadSettings defaults) {
    BackendCatalogue catalogue = BackendCatalogue.find();
    return LogSinkConfig.load(
        sources.withDefaultBackend(catalogue.backends().getFirst().name()),
        catalogue,
        Map.of(SECTION, defaults));
  }
}
