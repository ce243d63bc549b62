package io.logsink.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where settings are looked for. What is given as an option wins over system properties, those over
 * environment variables, those over the file, and that over the defaults. Immutable.
 */
public final class ConfigSources {
  private final @Nullable Path file;
  private final Map<String, String> environment;
  private final Map<String, String> properties;
  private final @Nullable String defaultBackend;
  private final List<Option> backends;
  private final List<Option> settings;

  /**
   * A setting given by the program.
   *
   * @param key the key below the section it belongs to
   * @param value the value, as it would stand in a file
   * @param origin where it came from, for messages: {@code option --dir}
   */
  record Option(String key, String value, String origin) {}

  private ConfigSources(
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> properties,
      @Nullable String defaultBackend,
      List<Option> backends,
      List<Option> settings) {
    this.file = file;
    this.environment = environment;
    this.properties = properties;
    this.defaultBackend = defaultBackend;
    this.backends = backends;
    this.settings = settings;
  }

  /** No file, no environment, no system properties: defaults only. */
  public static ConfigSources none() {
    return new ConfigSources(null, Map.of(), Map.of(), null, List.of(), List.of());
  }

  /** The environment and the system properties of this process, as they are now; no file. */
  public static ConfigSources process() {
    return none().withEnvironment(System.getenv()).withProperties(systemProperties());
  }

  private static Map<String, String> systemProperties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
  }

  /** These with {@code other} as the config file, which has to be there when it is read. */
  public ConfigSources withFile(Path other) {
    return new ConfigSources(other, environment, properties, defaultBackend, backends, settings);
  }

  /** These with other environment variables. */
  public ConfigSources withEnvironment(Map<String, String> other) {
    return new ConfigSources(
        file, Map.copyOf(other), properties, defaultBackend, backends, settings);
  }

  /** These with other system properties. */
  public ConfigSources withProperties(Map<String, String> other) {
    return new ConfigSources(
        file, environment, Map.copyOf(other), defaultBackend, backends, settings);
  }

  /** These with the backend to take when nothing names one; without it, one has to be named. */
  public ConfigSources withDefaultBackend(String name) {
    return new ConfigSources(file, environment, properties, name, backends, settings);
  }

  /**
   * These with a backend that is chosen whatever else says.
   *
   * @param name its name
   * @param origin who says so, for messages: {@code option --backend}
   */
  public ConfigSources withBackend(String name, String origin) {
    List<Option> more = plus(backends, new Option(Sections.BACKEND, name, origin));
    return new ConfigSources(file, environment, properties, defaultBackend, more, settings);
  }

  /**
   * These with a setting of the chosen backend, whichever that is and whatever else says.
   *
   * @param key the key below the backend's section: {@code window.max-bytes}
   * @param value the value as it would stand in a file
   * @param origin who says so, for messages: {@code option --dir}
   */
  public ConfigSources withSetting(String key, String value, String origin) {
    List<Option> more = plus(settings, new Option(key, value, origin));
    return new ConfigSources(file, environment, properties, defaultBackend, backends, more);
  }

  private static List<Option> plus(List<Option> options, Option option) {
    return Stream.concat(options.stream(), Stream.of(option)).toList();
  }

  /** The config file, when there is one. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  Map<String, String> environment() {
    return environment;
  }

  Map<String, String> properties() {
    return properties;
  }

  @Nullable String defaultBackend() {
    return defaultBackend;
  }

  /** The options that choose the backend, the last of which counts. */
  List<Option> backends() {
    return backends;
  }

  /** The options that set what the backend takes. */
  List<Option> settings() {
    return settings;
  }
}
