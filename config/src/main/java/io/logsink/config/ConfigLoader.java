package io.logsink.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.logsink.config.BackendCatalogue.Entry;
import io.logsink.config.ConfigSources.Option;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.Shape.Section;
import io.logsink.config.value.SettingType;
import io.logsink.config.value.SettingTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Reads the sources, lays them on top of each other, and makes settings of what comes out. */
final class ConfigLoader {
  /** The section that everything stands in. */
  static final String LOGSINK = "logsink";

  /** The key below it that names the backend; each other key is a backend's section. */
  static final String BACKEND = "backend";

  private final ConfigSources sources;
  private final BackendCatalogue catalogue;
  private final SettingType choice;
  private final Problems problems = new Problems();
  private final SettingsBinder binder = new SettingsBinder(problems);

  ConfigLoader(ConfigSources sources, BackendCatalogue catalogue) {
    this.sources = sources;
    this.catalogue = catalogue;
    this.choice = SettingTypes.choice(List.copyOf(catalogue.entries().keySet()));
  }

  LogSinkConfig load() {
    Place root = Place.root(given().root());
    Section sections = sections();
    binder.isSection(new Section(new LinkedHashMap<>(Map.of(LOGSINK, sections))), root);
    Place logsink = root.at(LOGSINK);
    binder.isSection(sections, logsink);
    String backend = backend(logsink.at(BACKEND));
    Map<String, Record> settings = new TreeMap<>();
    catalogue
        .entries()
        .forEach((name, entry) -> settings.put(name, settings(entry, logsink.at(name))));
    problems.throwIfAny();
    return new LogSinkConfig(catalogue, backend, settings, logsink);
  }

  private Section sections() {
    SequencedMap<String, Shape> keys = new LinkedHashMap<>();
    keys.put(BACKEND, new Leaf(choice));
    catalogue.entries().forEach((name, entry) -> keys.put(name, entry.section()));
    return new Section(keys);
  }

  private Record settings(Entry entry, Place place) {
    return binder.bind(entry.section(), entry.defaults(), place);
  }

  /** The name of the backend that is chosen; a problem when that is none. */
  private String backend(Place place) {
    if (catalogue.entries().isEmpty()) {
      problems.add("there is no backend on the class path; add the jar of one");
    } else if (!place.isGiven()) {
      String file = sources.file().map(path -> path + ": ").orElse("");
      problems.add(file + place.path() + " is not set; it must be " + choice.allowed());
    }
    Object chosen = binder.read(choice, null, place);
    if (chosen == null) {
      catalogue.unusable().forEach(reason -> problems.add("not usable: " + reason));
    }
    return String.valueOf(chosen);
  }

  /** Everything that was given, each thing over what it overrides. */
  private Config given() {
    Overrides overrides = new Overrides(catalogue.entries().keySet());
    Config given =
        chosenBackend()
            .withFallback(overrides.properties(sources.properties()))
            .withFallback(overrides.environment(sources.environment()))
            .withFallback(sources.file().map(ConfigFile::parse).orElse(ConfigFactory.empty()))
            .withFallback(defaultBackend());
    Config resolved = ConfigFile.resolve(given, sources.environment());
    Config all = chosenSettings(resolved).withFallback(given);
    return ConfigFile.resolve(all, sources.environment());
  }

  private Config chosenBackend() {
    return layers(sources.backends(), List.of());
  }

  private Config defaultBackend() {
    String name = sources.defaultBackend();
    return name == null
        ? ConfigFactory.empty()
        : Overrides.setting(List.of(BACKEND), name, Origins.DEFAULT);
  }

  /** What options say about the backend that {@code given} chooses. */
  private Config chosenSettings(Config given) {
    ConfigValue name = Place.root(given.root()).at(LOGSINK).at(BACKEND).value();
    if (name == null || choice.read(name) == null) {
      return ConfigFactory.empty();
    }
    List<String> section = List.of(String.valueOf(name.unwrapped()));
    return layers(sources.settings(), section);
  }

  /** The options below a section, the last over the first. */
  private static Config layers(List<Option> options, List<String> section) {
    Config layers = ConfigFactory.empty();
    for (Option option : options) {
      List<String> keys = new ArrayList<>(section);
      keys.addAll(ConfigUtil.splitPath(option.key()));
      layers = Overrides.setting(keys, option.value(), option.origin()).withFallback(layers);
    }
    return layers;
  }
}
