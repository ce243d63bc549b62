package io.logsink.config;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sinks that are opened one after the other and closed together. For one thread. */
final class OpenSinks {
  private final SortedMap<String, LogSink> sinks = new TreeMap<>();

  void add(String name, LogSink sink) {
    sinks.put(name, sink);
  }

  /** The sinks by name, unmodifiable. */
  SortedMap<String, LogSink> sinks() {
    return Collections.unmodifiableSortedMap(sinks);
  }

  /** Closes all, also when some cannot; throws what the first one threw. */
  void close() throws LogSinkException {
    Exception failure = closeAll(null);
    switch (failure) {
      case null -> {}
      case LogSinkException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalStateException(failure); // close() declares no other
    }
  }

  /** Closes all because of {@code failure}, which has what goes wrong as suppressed. */
  void closeBecause(Exception failure) {
    closeAll(failure);
  }

  private @Nullable Exception closeAll(@Nullable Exception before) {
    Exception failure = before;
    for (LogSink sink : sinks.values()) {
      try {
        sink.close();
      } catch (LogSinkException | RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    return failure;
  }
}
