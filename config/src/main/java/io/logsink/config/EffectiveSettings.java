package io.logsink.config;

import com.typesafe.config.ConfigUtil;
import io.logsink.config.Shape.Items;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.Shape.Named;
import io.logsink.config.Shape.Section;
import io.logsink.config.value.SettingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes settings apart into what can be printed. For one thread. */
final class EffectiveSettings {
  private final List<EffectiveSetting> all = new ArrayList<>();

  /** What was added, in that order. */
  List<EffectiveSetting> all() {
    return List.copyOf(all);
  }

  /** Adds {@code value}, which {@code place} has. */
  void add(Shape shape, @Nullable Object value, Place place) {
    switch (shape) {
      case Section section -> addEach(section, (Record) Objects.requireNonNull(value), place);
      case Named(Section element, Record _) ->
          SettingsBinder.records(value)
              .forEach((name, record) -> addEach(element, record, place.at(name)));
      case Leaf _, Items _ ->
          all.add(
              new EffectiveSetting(
                  place.path(), written(shape, value), Origins.where(place.origin())));
    }
  }

  private void addEach(Section section, Record record, Place place) {
    @Nullable Object[] values = Components.values(record);
    int i = 0;
    for (String key : section.names()) {
      add(Objects.requireNonNull(section.keys().get(key)), values[i++], place.at(key));
    }
  }

  /** As HOCON, on one line. */
  private static String written(Shape shape, @Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return switch (shape) {
      case Leaf(SettingType type) -> type.write(value);
      case Section section -> written(section, (Record) value);
      case Items(Section element, Record _) ->
          ((List<?>) value)
              .stream()
                  .map(record -> written(element, (Record) record))
                  .collect(Collectors.joining(", ", "[", "]"));
      case Named(Section element, Record _) ->
          SettingsBinder.records(value).entrySet().stream()
              .map(entry ->
                  ConfigUtil.joinPath(entry.getKey()) + " = " + written(element, entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String written(Section section, Record record) {
    @Nullable Object[] values = Components.values(record);
    List<String> written = new ArrayList<>();
    for (String key : section.names()) {
      Shape shape = Objects.requireNonNull(section.keys().get(key));
      written.add(key + " = " + written(shape, values[written.size()]));
    }
    return written.stream().collect(Collectors.joining(", ", "{", "}"));
  }
}
