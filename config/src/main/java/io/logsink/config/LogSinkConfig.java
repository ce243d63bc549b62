package io.logsink.config;

import io.logsink.api.Access;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.config.BackendCatalogue.Entry;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.Shape.Section;
import io.logsink.config.value.SettingType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that was read and found right: which backend, and the settings of each.
 * Immutable.
 *
 * <pre>{@code
 * LogSinkConfig config = LogSinkConfig.load(Path.of("logsink.conf"));
 * try (LogSink sink = config.open(Access.OWNER)) { ... }
 * }</pre>
 */
public final class LogSinkConfig {
  private final BackendCatalogue catalogue;
  private final String backend;
  private final Map<String, Record> settings;
  private final Place logsink;

  /** Made when it is needed, once: Guice takes its time. */
  private @Nullable SinkOpening opening;

  LogSinkConfig(
      BackendCatalogue catalogue, String backend, Map<String, Record> settings, Place logsink) {
    this.catalogue = catalogue;
    this.backend = backend;
    this.settings = Map.copyOf(settings);
    this.logsink = logsink;
  }

  /**
   * Reads {@code file}, the environment and the system properties; the backends are those on the
   * class path.
   *
   * @throws ConfigException when anything is wrong in any of them
   */
  public static LogSinkConfig load(Path file) {
    return load(ConfigSources.process().withFile(file), BackendCatalogue.find());
  }

  /**
   * Reads {@code sources} for a choice among {@code backends}. The settings of all backends are
   * checked, not only those of the one that is chosen.
   *
   * @throws ConfigException when anything is wrong in any of them
   */
  public static LogSinkConfig load(ConfigSources sources, BackendCatalogue backends) {
    return new ConfigLoader(sources, backends).load();
  }

  /** The backend that is chosen. */
  public LogSinkBackend backend() {
    return entry(backend).backend();
  }

  /** Its settings, of the class of its {@link LogSinkBackend#defaultSettings()}. */
  public Record settings() {
    return settingsOf(backend);
  }

  /**
   * The settings of a backend, chosen or not.
   *
   * @throws IllegalArgumentException when there is no backend of that name
   */
  public Record settingsOf(String name) {
    entry(name);
    return Objects.requireNonNull(settings.get(name));
  }

  /** The backends that there are to choose from. */
  public BackendCatalogue catalogue() {
    return catalogue;
  }

  private Entry entry(String name) {
    Entry entry = catalogue.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "there is no backend %s; there are %s".formatted(name, catalogue.entries().keySet()));
    }
    return entry;
  }

  /**
   * Every setting in force and where it came from: which backend, and all of its settings. Printed
   * a line each they are a config file that says the same.
   */
  public List<EffectiveSetting> effective() {
    List<EffectiveSetting> all = new ArrayList<>();
    Place chosen = logsink.at(ConfigLoader.BACKEND);
    all.add(new EffectiveSetting(chosen.path(), backend, Origins.where(chosen.origin())));
    addEffective(all, entry(backend).section(), settings(), logsink.at(backend));
    return all;
  }

  private static void addEffective(
      List<EffectiveSetting> all, Section section, Record record, Place place) {
    @Nullable Object[] values = Components.values(record);
    int i = 0;
    for (String key : section.names()) {
      Place at = place.at(key);
      Object value = values[i++];
      switch (Objects.requireNonNull(section.keys().get(key))) {
        case Section inner -> addEffective(all, inner, (Record) Objects.requireNonNull(value), at);
        case Leaf(SettingType type) ->
            all.add(
                new EffectiveSetting(
                    at.path(),
                    value == null ? "null" : type.write(value),
                    Origins.where(at.origin())));
      }
    }
  }

  /**
   * Opens the store.
   *
   * @return the open sink, which the caller closes
   * @throws LogSinkException as {@link LogSinkBackend#open} does
   */
  public LogSink open(Access access) throws LogSinkException {
    return opening().open(access);
  }

  private synchronized SinkOpening opening() {
    if (opening == null) {
      opening = Wiring.of(this);
    }
    return opening;
  }
}
