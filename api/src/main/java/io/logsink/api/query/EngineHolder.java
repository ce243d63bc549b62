package io.logsink.api.query;

import java.util.List;
import java.util.ServiceLoader;

/** The regular-expression engine of the class path, looked up on first use. */
final class EngineHolder {
  private static final List<LinePattern.Engine> ENGINES =
      ServiceLoader.load(LinePattern.Engine.class, EngineHolder.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private EngineHolder() {}

  /** The engine; exactly one, so that all backends answer alike. */
  static LinePattern.Engine engine() {
    if (ENGINES.size() != 1) {
      throw new IllegalStateException(
          "a filter by regular expression needs exactly one engine on the class path, found %d; add logsink-regex"
              .formatted(ENGINES.size()));
    }
    return ENGINES.getFirst();
  }
}
