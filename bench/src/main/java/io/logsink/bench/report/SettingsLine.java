package io.logsink.bench.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings in one line for people. */
public final class SettingsLine {
  private SettingsLine() {}

  /** {@code a=1, b=2}, in the order of the names. */
  public static String of(Map<String, String> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(", "));
  }
}
