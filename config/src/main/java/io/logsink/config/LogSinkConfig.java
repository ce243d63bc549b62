package io.logsink.config;

import io.logsink.api.Access;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.config.BackendCatalogue.Entry;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.value.SettingType;
import io.logsink.config.value.SettingTypes;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.route.Route;
import io.logsink.pipeline.route.RoutedPipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that was read and found right: which backends, the settings of each, and the
 * pipeline into them. Immutable.
 *
 * <pre>{@code
 * LogSinkConfig config = LogSinkConfig.load(Path.of("logsink.conf"));
 * try (OwnedPipeline owned = config.openPipeline()) {
 *   owned.pipeline().emit(record);
 * }
 * }</pre>
 */
public final class LogSinkConfig {
  private final BackendCatalogue catalogue;
  private final Sections sections;
  private final Given given;

  /** Made when it is needed, once: Guice takes its time. */
  private @Nullable SinkOpening opening;

  /**
   * What was read.
   *
   * @param backend the name of the backend that is chosen
   * @param routes which sources go to another one
   * @param settings of each section, by its name
   * @param logsink where all of them stand
   */
  record Given(
      String backend, List<RouteSettings> routes, Map<String, Record> settings, Place logsink) {
    Given {
      routes = List.copyOf(routes);
      settings = Map.copyOf(settings);
    }
  }

  LogSinkConfig(BackendCatalogue catalogue, Sections sections, Given given) {
    this.catalogue = catalogue;
    this.sections = sections;
    this.given = given;
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
    return load(sources, backends, Map.of());
  }

  /**
   * Reads {@code sources} as {@link #load(ConfigSources, BackendCatalogue)} does, and with them
   * sections of the application's own, which {@link #section} then returns.
   *
   * @param added by the name of each section below {@code logsink}, in the order in which {@link
   *     #effective()} has them, the record of its defaults: of the kind that {@link
   *     LogSinkBackend#defaultSettings()} is, and with lists and maps of such records too
   * @throws ConfigException when anything is wrong in any of them
   * @throws IllegalArgumentException when a section has the name of a backend, or of a key that is
   *     there already, or a component of its record cannot be a setting
   */
  public static LogSinkConfig load(
      ConfigSources sources, BackendCatalogue backends, Map<String, ? extends Record> added) {
    return new ConfigLoader(sources, backends, Sections.of(backends, added)).load();
  }

  /** The backend that is chosen: where everything goes that no route is for. */
  public LogSinkBackend backend() {
    return entry(given.backend()).backend();
  }

  /** Its settings, of the class of its {@link LogSinkBackend#defaultSettings()}. */
  public Record settings() {
    return settingsOf(given.backend());
  }

  /**
   * The settings of a backend, chosen or not.
   *
   * @throws IllegalArgumentException when there is no backend of that name
   */
  public Record settingsOf(String name) {
    entry(name);
    return Objects.requireNonNull(given.settings().get(name));
  }

  /** Which sources go to another backend; the first that matches counts. */
  public List<Route> routes() {
    return given.routes().stream()
        .map(route -> new Route(route.sources(), route.backend()))
        .toList();
  }

  /** The names of the backends that records can go to: the chosen one, and those of the routes. */
  public SortedSet<String> routedBackends() {
    SortedSet<String> names = new TreeSet<>(List.of(given.backend()));
    given.routes().forEach(route -> names.add(route.backend()));
    return names;
  }

  /** The settings of the pipeline. */
  public PipelineSettings pipeline() {
    return section(Sections.PIPELINE, PipelineSettings.class);
  }

  /**
   * The settings of a section that was given to {@link #load(ConfigSources, BackendCatalogue,
   * Map)}.
   *
   * @throws IllegalArgumentException when none of that name was, or it is of another class
   */
  public <T extends Record> T section(String name, Class<T> type) {
    Record settings = given.settings().get(name);
    if (!type.isInstance(settings)) {
      throw new IllegalArgumentException(
          "there is no section %s of a %s; name it when you load the config"
              .formatted(name, type.getName()));
    }
    return type.cast(settings);
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
   * Every setting in force and where it came from: which backend, the routes, the pipeline, the
   * backends that records can go to, and the sections of the application. Printed a line each they
   * are a config file that says the same.
   */
  public List<EffectiveSetting> effective() {
    SettingType choice = SettingTypes.choice(List.copyOf(catalogue.entries().keySet()));
    EffectiveSettings effective = new EffectiveSettings();
    effective.add(new Leaf(choice), given.backend(), given.logsink().at(Sections.BACKEND));
    effective.add(
        new RouteBinder(choice).shape(), given.routes(), given.logsink().at(Sections.ROUTES));
    sections
        .parts()
        .forEach((name, part) -> {
          if (isInForce(name)) {
            effective.add(part.keys(), given.settings().get(name), given.logsink().at(name));
          }
        });
    return effective.all();
  }

  private boolean isInForce(String section) {
    return !catalogue.entries().containsKey(section) || routedBackends().contains(section);
  }

  /**
   * Opens the store of the backend that is chosen, and no other.
   *
   * @return the open sink, which the caller closes
   * @throws LogSinkException as {@link LogSinkBackend#open} does
   */
  public LogSink open(Access access) throws LogSinkException {
    return opening().open(access);
  }

  /**
   * Opens the stores of all backends that records can go to, as their owner, and the pipeline into
   * them.
   *
   * @throws LogSinkException as {@link LogSinkBackend#open} and {@link RoutedPipeline#open} do;
   *     nothing is left open
   */
  public OwnedPipeline openPipeline() throws LogSinkException {
    return opening().openPipeline();
  }

  /**
   * Opens the stores of all backends that records can go to, to read them: for when no owner runs
   * that could be asked. A store that cannot be opened now, because nothing was stored there yet
   * for instance, is left out and told by {@link ReadOnlyStores#unavailable()}.
   *
   * @throws LogSinkException as {@link LogSinkBackend#open} does: when one cannot be read at all,
   *     or none can be opened now; nothing is left open
   */
  public ReadOnlyStores openToRead() throws LogSinkException {
    return opening().openToRead();
  }

  private synchronized SinkOpening opening() {
    if (opening == null) {
      opening = Wiring.of(this);
    }
    return opening;
  }
}
