package io.logsink.server.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The result of a call, and what it takes until it was written. */
@FunctionalInterface
interface Answer extends AutoCloseable {
  /** Writes the result, one JSON value. */
  void writeTo(JsonGenerator out) throws IOException;

  @Override
  default void close() {}

  /** What was read, written by {@code form}; keeps its turn and its place until it is closed. */
  static <T> Answer of(Reads.Held<T> held, Form<T> form, Gate.Pass place) {
    return new Answer() {
      @Override
      public void writeTo(JsonGenerator out) throws IOException {
        form.write(out, held.value());
      }

      @Override
      public void close() {
        held.close();
        place.leave();
      }
    };
  }

  /** How a value is written. */
  @FunctionalInterface
  interface Form<T> {
    void write(JsonGenerator out, T value) throws IOException;
  }
}
