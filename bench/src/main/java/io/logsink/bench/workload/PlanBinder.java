package io.logsink.bench.workload;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.logsink.api.InvalidSettingException;
import io.logsink.config.value.SettingType;
import io.logsink.config.value.SettingTypes;
import io.logsink.config.value.Wording;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of what a file says, as settings are made: a component is a key. Where something is
 * wrong the problem is kept and the default taken, so that all problems are found at once.
 */
final class PlanBinder {
  private final List<String> problems = new ArrayList<>();

  /** The record that {@code given} makes of {@code defaults}. */
  <R extends Record> R bind(@Nullable ConfigValue given, R defaults, String path) {
    ConfigObject section = section(given, path);
    if (section == null) {
      return defaults;
    }
    refuseUnknown(section, RecordParts.keys(defaults), path);
    return bindKnown(section, defaults, path);
  }

  /** The same where {@code section} has other keys too, which are looked at elsewhere. */
  <R extends Record> R bindKnown(ConfigObject section, R defaults, String path) {
    List<String> keys = RecordParts.keys(defaults);
    @Nullable Object[] values = RecordParts.values(defaults);
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    for (int i = 0; i < values.length; i++) {
      ConfigValue value = section.get(keys.get(i));
      if (value != null && isGiven(value)) {
        values[i] = read(value, components[i], values[i], path + "." + keys.get(i));
      }
    }
    return make(defaults, values, section.origin(), path);
  }

  private @Nullable Object read(
      ConfigValue value, RecordComponent component, @Nullable Object byDefault, String path) {
    if (byDefault instanceof Record inner) {
      return bind(value, inner, path);
    }
    SettingType type = SettingTypes.of(component);
    Object read = type.read(value);
    if (read == null) {
      String shown = value.render(ConfigRenderOptions.concise());
      String meant = Wording.didYouMean(shown, type.choices());
      add(value.origin(), "%s must be %s, not %s%s".formatted(path, type.allowed(), shown, meant));
    }
    return read == null ? byDefault : read;
  }

  /** One record for each key of a section, whatever the keys are. */
  <R extends Record> SortedMap<String, R> bindEach(
      @Nullable ConfigValue given, R defaults, String path) {
    SortedMap<String, R> all = new TreeMap<>();
    ConfigObject section = section(given, path);
    if (section != null) {
      section.forEach((name, value) -> all.put(name, bind(value, defaults, path + "." + name)));
    }
    return all;
  }

  private <R extends Record> R make(
      R defaults, @Nullable Object[] values, ConfigOrigin origin, String path) {
    try {
      return RecordParts.make(defaults, values);
    } catch (InvalidSettingException e) {
      add(origin, path, e);
      return defaults;
    }
  }

  void add(ConfigOrigin origin, String path, InvalidSettingException e) {
    add(origin, "%s.%s must be %s, not %s".formatted(path, key(e.field()), e.allowed(), e.value()));
  }

  private static String key(String field) {
    return Stream.of(field.split("\\.")).map(Wording::kebab).collect(Collectors.joining("."));
  }

  @Nullable ConfigObject section(@Nullable ConfigValue given, String path) {
    if (given instanceof ConfigObject section) {
      return section;
    }
    if (given != null && isGiven(given)) {
      add(given.origin(), path + " must be a section { ... }");
    }
    return null;
  }

  private static boolean isGiven(ConfigValue value) {
    return value.valueType() != ConfigValueType.NULL;
  }

  void refuseUnknown(ConfigObject section, Collection<String> known, String path) {
    for (String key : new TreeSet<>(section.keySet())) {
      if (!known.contains(key)) {
        add(
            section.origin(),
            "unknown key %s%s; the keys here are %s"
                .formatted(
                    path.isEmpty() ? key : path + "." + key,
                    Wording.didYouMean(key, known),
                    String.join(", ", known)));
      }
    }
  }

  void add(ConfigOrigin origin, String problem) {
    problems.add(origin.description() + ": " + problem);
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw exception();
    }
  }

  WorkloadException exception() {
    return new WorkloadException(problems);
  }
}
