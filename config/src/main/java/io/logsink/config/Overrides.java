package io.logsink.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings that come from elsewhere than the file. Variables and properties that are not settings
 * share the prefix, so only those count that are clearly meant as one: the keys that there are,
 * what is below them, and variables with the separator of keys.
 *
 * @param keys what can stand below {@code logsink}
 */
record Overrides(Set<String> keys) {
  static final String VARIABLE = "environment variable ";
  static final String PROPERTY = "system property ";

  private static final String VARIABLE_PREFIX = "LOGSINK_";
  private static final String KEY_SEPARATOR = "__";
  private static final String PROPERTY_PREFIX = ConfigLoader.LOGSINK + ".";

  /** {@code LOGSINK_SQLITE__WINDOW__MAX_BYTES} is {@code logsink.sqlite.window.max-bytes}. */
  Config environment(Map<String, String> variables) {
    return all(variables, VARIABLE, this::variableKeys);
  }

  private @Nullable List<String> variableKeys(String name) {
    if (!name.startsWith(VARIABLE_PREFIX)) {
      return null;
    }
    String rest = name.substring(VARIABLE_PREFIX.length());
    List<String> path = Stream.of(rest.split(KEY_SEPARATOR, -1)).map(Overrides::key).toList();
    return path.size() > 1 || keys.contains(path.getFirst()) ? path : null;
  }

  private static String key(String part) {
    return part.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** {@code logsink.sqlite.window.max-bytes}. */
  Config properties(Map<String, String> properties) {
    return all(properties, PROPERTY, this::propertyKeys);
  }

  private @Nullable List<String> propertyKeys(String name) {
    if (!name.startsWith(PROPERTY_PREFIX)) {
      return null;
    }
    List<String> path = List.of(name.substring(PROPERTY_PREFIX.length()).split("\\.", -1));
    return keys.contains(path.getFirst()) ? path : null;
  }

  private static Config all(
      Map<String, String> given, String origin, Function<String, @Nullable List<String>> keys) {
    Config all = ConfigFactory.empty();
    for (Map.Entry<String, String> entry : new TreeMap<>(given).entrySet()) {
      List<String> path = keys.apply(entry.getKey());
      if (path != null) {
        all = all.withFallback(setting(path, entry.getValue(), origin + entry.getKey()));
      }
    }
    return all;
  }

  /** One setting below {@code logsink}. */
  static Config setting(List<String> keys, String value, String origin) {
    ConfigValue inner = ConfigValueFactory.fromAnyRef(value, origin);
    for (String key : keys.reversed()) {
      inner = ConfigValueFactory.fromMap(Map.of(key, inner), origin);
    }
    return ConfigValueFactory.fromMap(Map.of(ConfigLoader.LOGSINK, inner), origin).toConfig();
  }
}
