package io.logsink.bench;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings of any backend, looked at and changed by the names of their components.
 *
 * @param settings the settings
 */
public record SettingsRecord(Record settings) {
  /** The type of a component; empty when there is none of that name. */
  public Optional<Class<?>> typeOf(String name) {
    return Stream.of(components())
        .filter(component -> component.getName().equals(name))
        .<Class<?>>map(RecordComponent::getType)
        .findFirst();
  }

  /** The value of a component; empty when there is none of that name. */
  public Optional<Object> value(String name) {
    return Stream.of(components())
        .filter(component -> component.getName().equals(name))
        .map(this::valueOf)
        .findFirst();
  }

  /** These settings with another value for one component. */
  public Record with(String name, Object value) {
    RecordComponent[] components = components();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = components[i].getName().equals(name) ? value : valueOf(components[i]);
    }
    try {
      Constructor<? extends Record> constructor = settings.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot set %s of %s".formatted(name, settings), e);
    }
  }

  /** Every value as text, by name; of a record inside, by {@code outer.inner}. */
  public Map<String, String> flat() {
    Map<String, String> values = new TreeMap<>();
    for (RecordComponent component : components()) {
      if (valueOf(component) instanceof Record inner) {
        new SettingsRecord(inner)
            .flat()
            .forEach((name, value) -> values.put(component.getName() + "." + name, value));
      } else {
        values.put(component.getName(), String.valueOf(valueOf(component)));
      }
    }
    return values;
  }

  private RecordComponent[] components() {
    return settings.getClass().getRecordComponents();
  }

  private Object valueOf(RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "cannot read %s of %s".formatted(component.getName(), settings), e);
    }
  }
}
