package io.logsink.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records taken apart and put together, whatever their class and wherever it is. */
final class Components {
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

  /** Which component {@code field} is in, {@code maxBytes} or {@code window.maxBytes}; or -1. */
  static int indexOf(Record record, String field) {
    String name = field.split("\\.", 2)[0];
    return Stream.of(record.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .toList()
        .indexOf(name);
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
