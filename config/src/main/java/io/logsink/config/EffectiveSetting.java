package io.logsink.config;

/**
 * A setting in force.
 *
 * @param key the whole key, {@code logsink.sqlite.window.max-bytes}
 * @param value the value as HOCON, in its shortest form: {@code 128MiB}
 * @param origin where it came from: {@code default}, a file with its line, {@code environment
 *     variable X}, {@code system property X} or what an option was named
 */
public record EffectiveSetting(String key, String value, String origin) {
  /** The setting as HOCON. */
  public String assignment() {
    return key + " = " + value;
  }

  /** Whether somebody gave it, rather than it having its default. */
  public boolean isGiven() {
    return !origin.equals(Origins.DEFAULT);
  }

  /** A line of HOCON, with the origin as its comment. */
  @Override
  public String toString() {
    return assignment() + " # " + origin;
  }
}
