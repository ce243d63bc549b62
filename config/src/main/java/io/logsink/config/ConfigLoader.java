package io.logsink.config;

import static io.logsink.config.Sections.BACKEND;
import static io.logsink.config.Sections.ROUTES;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.logsink.config.ConfigSources.Option;
import io.logsink.config.LogSinkConfig.Given;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.Shape.Section;
import io.logsink.config.value.SettingType;
import io.logsink.config.value.SettingTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the sources, lays them on top of each other, and makes settings of what comes out. */
final class ConfigLoader {
  /** The section that everything stands in. */
  static final String LOGSINK = "logsink";

  private final ConfigSources sources;
  private final BackendCatalogue catalogue;
  private final Sections sections;
  private final SettingType choice;
  private final RouteBinder routes;
  private final Problems problems = new Problems();
  private final SettingsBinder binder = new SettingsBinder(problems);

  ConfigLoader(ConfigSources sources, BackendCatalogue catalogue, Sections sections) {
    this.sources = sources;
    this.catalogue = catalogue;
    this.sections = sections;
    this.choice = SettingTypes.choice(List.copyOf(catalogue.entries().keySet()));
    this.routes = new RouteBinder(choice);
  }

  LogSinkConfig load() {
    Place root = Place.root(given().root());
    Section keys = keys();
    binder.isSection(new Section(new LinkedHashMap<>(Map.of(LOGSINK, keys))), root);
    Place logsink = root.at(LOGSINK);
    binder.isSection(keys, logsink);
    String backend = backend(logsink.at(BACKEND));
    List<RouteSettings> routed = routes.bind(binder, logsink.at(ROUTES));
    Map<String, Record> settings = new TreeMap<>();
    sections
        .parts()
        .forEach((name, part) ->
            settings.put(name, binder.bind(part.keys(), part.defaults(), logsink.at(name))));
    problems.throwIfAny();
    return new LogSinkConfig(catalogue, sections, new Given(backend, routed, settings, logsink));
  }

  private Section keys() {
    SequencedMap<String, Shape> keys = new LinkedHashMap<>();
    keys.put(BACKEND, new Leaf(choice));
    keys.put(ROUTES, routes.shape());
    sections.parts().forEach((name, part) -> keys.put(name, part.keys()));
    return new Section(keys);
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
    Overrides overrides = new Overrides(overridable());
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

  private Set<String> overridable() {
    Set<String> names = new TreeSet<>(sections.parts().keySet());
    names.addAll(List.of(BACKEND, ROUTES));
    return names;
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
