package io.logsink.bench.workload;

import io.logsink.config.value.Wording;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans of this package taken apart and put together. */
final class RecordParts {
  private RecordParts() {}

  static List<String> keys(Record record) {
    return components(record).map(component -> Wording.kebab(component.getName())).toList();
  }

  static @Nullable Object[] values(Record record) {
    return components(record).map(component -> value(record, component)).toArray();
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read %s of %s".formatted(component, record), e);
    }
  }

  /** A record of the class of {@code like}; what its constructor throws is thrown. */
  static <R extends Record> R make(R like, @Nullable Object[] values) {
    Class<?>[] types = components(like).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      @SuppressWarnings("unchecked") // the class of an R
      Class<R> type = (Class<R>) like.getClass();
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<RecordComponent> components(Record record) {
    return Stream.of(record.getClass().getRecordComponents());
  }
}
