package io.logsink.bench.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What engines say about themselves, in lines for people. */
public final class EngineLines {
  private EngineLines() {}

  /** A line about the engine of what is called {@code label}. */
  public static String of(String label, Map<String, String> engine) {
    return new TreeMap<>(engine)
        .entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(", ", label + ": ", ""));
  }
}
