package io.logsink.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records taken apart and put together, whatever their class and wherever it is. */
final class Components {
  private static final Set<Class<?>> MAPS = Set.of(Map.class, SortedMap.class);

  private Components() {}

  static @Nullable Object[] values(Record record) {
    return Stream.of(record.getClass().getRecordComponents())
        .map(component -> value(record, component))
        .toArray();
  }

  static @Nullable Object value(Record record, RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    try {
      return accessor.invoke(record);
    } catch (InvocationTargetException e) {
      throw thrown(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Which component {@code field} is in, {@code maxBytes}, {@code window.maxBytes} or {@code
   * rules[1].rate}; or -1.
   */
  static int indexOf(Record record, String field) {
    String name = field.split("[.\\[]", 2)[0];
    return Stream.of(record.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .toList()
        .indexOf(name);
  }

  /** The class of the records that {@code component} has many of, in a list or map; else null. */
  static @Nullable Class<?> elementType(RecordComponent component) {
    if (!(component.getGenericType() instanceof ParameterizedType type)) {
      return null;
    }
    Type[] arguments = type.getActualTypeArguments();
    boolean named = MAPS.contains(component.getType()) && arguments[0] == String.class;
    boolean many = named || component.getType() == List.class;
    return many && arguments[arguments.length - 1] instanceof Class<?> element && element.isRecord()
        ? element
        : null;
  }

  /**
   * What an element of {@code component} has where nothing is given: its class says so itself.
   *
   * @throws IllegalArgumentException when it does not
   */
  static Record defaultElement(RecordComponent component, Class<?> type) {
    try {
      Field field = type.getDeclaredField("DEFAULT");
      field.setAccessible(true);
      return (Record) type.cast(field.get(null));
    } catch (ReflectiveOperationException | ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException(
          "the component %s of %s has elements without default; add public static final %s DEFAULT to their class"
              .formatted(
                  component.getName(),
                  component.getDeclaringRecord().getName(),
                  type.getSimpleName()),
          e);
    }
  }

  /** A record of the class of {@code like}; whatever its constructor throws is thrown. */
  static Record make(Record like, @Nullable Object[] values) {
    try {
      return constructor(like.getClass()).newInstance(values);
    } catch (InvocationTargetException e) {
      throw thrown(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T extends Record> Constructor<T> constructor(Class<T> type)
      throws NoSuchMethodException {
    Class<?>[] types =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<T> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  private static RuntimeException thrown(InvocationTargetException e) {
    return switch (e.getCause()) {
      case RuntimeException runtime -> runtime;
      case Error error -> throw error;
      // a record's constructor and accessors declare no checked exceptions
      case null, default -> new IllegalStateException(e);
    };
  }
}
