package io.logsink.config;

import io.logsink.config.value.SettingType;
import io.logsink.config.value.SettingTypes;
import io.logsink.config.value.Wording;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can stand at a key. */
sealed interface Shape {
  /** A value. */
  record Leaf(SettingType type) implements Shape {}

  /**
   * A list of sections.
   *
   * @param element the keys of each
   * @param defaults what an element has where nothing is given
   */
  record Items(Section element, Record defaults) implements Shape {}

  /**
   * Sections under names that are free.
   *
   * @param element the keys of each
   * @param defaults what an element has where nothing is given
   */
  record Named(Section element, Record defaults) implements Shape {}

  /**
   * More keys.
   *
   * @param keys the keys in order
   */
  record Section(SequencedMap<String, Shape> keys) implements Shape {
    /**
     * The keys of a settings record: its components, in order.
     *
     * @throws IllegalArgumentException when a component cannot be a setting
     */
    static Section of(Record defaults) {
      SequencedMap<String, Shape> keys = new LinkedHashMap<>();
      for (RecordComponent component : defaults.getClass().getRecordComponents()) {
        keys.put(
            Wording.kebab(component.getName()),
            shape(component, Components.value(defaults, component)));
      }
      return new Section(keys);
    }

    private static Shape shape(RecordComponent component, @Nullable Object value) {
      if (value instanceof Record record) {
        return of(record);
      }
      if (component.getType().isRecord()) {
        throw new IllegalArgumentException(
            "the component %s of %s has no default"
                .formatted(component.getName(), component.getDeclaringRecord().getName()));
      }
      Class<?> element = Components.elementType(component);
      return element == null ? new Leaf(SettingTypes.of(component)) : elements(component, element);
    }

    private static Shape elements(RecordComponent component, Class<?> type) {
      Record defaults = Components.defaultElement(component, type);
      return component.getType() == List.class
          ? new Items(of(defaults), defaults)
          : new Named(of(defaults), defaults);
    }

    /** The paths from here to every value. */
    Stream<String> paths() {
      return keys.entrySet().stream()
          .flatMap(entry ->
              switch (entry.getValue()) {
                case Leaf _, Items _, Named _ -> Stream.of(entry.getKey());
                case Section(var inner) ->
                    new Section(inner).paths().map(path -> entry.getKey() + "." + path);
              });
    }

    List<String> names() {
      return List.copyOf(keys.keySet());
    }
  }
}
