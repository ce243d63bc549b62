package io.logsink.app;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import io.logsink.conformance.ConformanceSubject;
import io.logsink.conformance.StoreLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The backend that a config chooses, as the kit wants it: with the config's settings, but for the
 * folder, the windows and the retention, which are the kit's. What it can do is what its sink says;
 * there is no proof here that knows better.
 *
 * <p>The kit makes the subject again in its child processes. These take over the system properties
 * whose names start with {@code logsink.}, so the choice stands in two of them.
 */
final class ConfiguredSubject implements ConformanceSubject {
  private static final String FILE = "logsink.conformance.config";
  private static final String BACKEND = "logsink.conformance.backend";
  private static final String ORIGIN = "the conformance kit";

  private final BackendCatalogue catalogue = BackendCatalogue.find();
  private final LogSinkConfig config =
      LogSinkConfig.load(sources(), catalogue, OwnSections.DEFAULTS);
  private final Set<String> keys =
      config.effective().stream().map(EffectiveSetting::key).collect(Collectors.toSet());
  private @Nullable Capabilities capabilities;

  /** The subject that {@link #choose} chose, in this process or the one above it. */
  ConfiguredSubject() {}

  /** Chooses {@code backend} with the settings of {@code file}, where there is one. */
  static ConfiguredSubject choose(@Nullable Path file, String backend) {
    System.setProperty(BACKEND, backend);
    if (file == null) {
      System.clearProperty(FILE);
    } else {
      System.setProperty(FILE, file.toAbsolutePath().toString());
    }
    return new ConfiguredSubject();
  }

  private static ConfigSources sources() {
    String file = System.getProperty(FILE);
    ConfigSources sources =
        file == null ? ConfigSources.process() : ConfigSources.process().withFile(Path.of(file));
    return sources.withBackend(System.getProperty(BACKEND, ""), ORIGIN);
  }

  /**
   * Asks a sink in {@code folder} what it can do.
   *
   * @throws LogSinkException when there cannot be one
   */
  void ask(Path folder) throws LogSinkException {
    try (LogSink sink = backend().open(BackendConfig.owner(settings(folder, StoreLimits.LARGE)))) {
      capabilities = sink.capabilities();
    }
  }

  @Override
  public LogSinkBackend backend() {
    return config.backend();
  }

  @Override
  public Capabilities capabilities() {
    return Objects.requireNonNull(capabilities, "ask() comes first");
  }

  @Override
  public Record settings(Path folder, StoreLimits limits) {
    Map<String, String> wanted = new TreeMap<>();
    wanted.put("directory", folder.toString());
    wanted.put("window.max-age", limits.windowMaxAge().toMillis() + "ms");
    wanted.put("window.max-bytes", limits.windowMaxBytes() + "B");
    wanted.put("retention.max-age", limits.retentionMaxAge().toMillis() + "ms");
    wanted.put("retention.max-bytes", limits.retentionMaxBytes() + "B");
    ConfigSources sources = sources();
    for (Map.Entry<String, String> setting : wanted.entrySet()) {
      if (keys.contains("logsink.%s.%s".formatted(backend().name(), setting.getKey()))) {
        sources = sources.withSetting(setting.getKey(), setting.getValue(), ORIGIN);
      }
    }
    return LogSinkConfig.load(sources, catalogue, OwnSections.DEFAULTS).settings();
  }
}
