package io.logsink.bench.decide.advice;

import io.logsink.bench.SettingsRecord;
import io.logsink.bench.decide.Advice;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import io.logsink.config.value.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an advice changes, as lines to be put at the end of a config. There, a setting wins over the
 * same one before it; lists are put in front of those that are there, since the first that matches
 * counts.
 *
 * @param advice what to change
 * @param config what it is added to
 */
record AdviceBlock(Advice advice, LogSinkConfig config) {
  private static final String ROUTES = "logsink.routes";
  private static final String RULES = "logsink.pipeline.rules";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!advice.routes().isEmpty()) {
      lines.add(inFront(ROUTES, routes()));
    }
    if (!advice.rules().isEmpty()) {
      lines.add(inFront(RULES, rules()));
    }
    advice
        .settings()
        .forEach((backend, changes) ->
            changes.forEach((name, value) -> lines.add(setting(backend, name, value))));
    return lines;
  }

  /** The keys that it changes. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(ROUTES, RULES));
    for (Map.Entry<String, Map<String, String>> entry : advice.settings().entrySet()) {
      entry.getValue().keySet().forEach(name -> keys.add(key(entry.getKey(), name)));
    }
    return keys;
  }

  private static String inFront(String key, String list) {
    return "%s = %s ${?%s}".formatted(key, list, key);
  }

  private String routes() {
    return advice.routes().entrySet().stream()
        .map(route ->
            "{ sources = %s, backend = %s }".formatted(quoted(route.getKey()), route.getValue()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String rules() {
    BackendCatalogue catalogue = config.catalogue();
    ConfigSources sources = ConfigSources.none().withDefaultBackend(config.backend().name());
    AdviceSettings settings = new AdviceSettings(advice.rules());
    return LogSinkConfig.load(sources, catalogue, Map.of(AdviceSettings.SECTION, settings))
        .effective()
        .stream()
        .filter(setting -> setting.key().startsWith("logsink." + AdviceSettings.SECTION + "."))
        .map(EffectiveSetting::value)
        .findFirst()
        .orElseThrow();
  }

  private String setting(String backend, String name, String value) {
    SettingsRecord settings = new SettingsRecord(config.settingsOf(backend));
    Class<?> type = settings.typeOf(name).orElse(Object.class);
    return "%s = %s".formatted(key(backend, name), written(type, value));
  }

  private static String key(String backend, String name) {
    return "logsink.%s.%s".formatted(backend, Wording.kebab(name));
  }

  private static String written(Class<?> type, String value) {
    if (type == Duration.class) {
      return Duration.parse(value).toNanos() + "ns";
    }
    return type == String.class || type == Path.class ? quoted(value) : Wording.kebab(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
