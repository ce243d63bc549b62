package io.logsink.bench.floor;

import io.logsink.api.LogSinkBackend;
import java.nio.file.Path;

/**
 * What no backend can be faster than. A floor keeps nothing that can be asked for, so it is no
 * backend to choose, and {@link java.util.ServiceLoader} does not find it.
 */
public abstract sealed class FloorBackend implements LogSinkBackend
    permits NoopBackend, RawFileBackend {
  /**
   * The settings of a floor.
   *
   * @param directory where it may write
   */
  public record Settings(Path directory) {}

  FloorBackend() {}

  @Override
  public Settings defaultSettings() {
    return new Settings(Path.of("logsink-data", name()));
  }

  /** Counts what it is given: what the bench itself costs. */
  public static FloorBackend noop() {
    return new NoopBackend();
  }

  /** Writes the bodies, each with a newline, to one file: what the disk takes. */
  public static FloorBackend rawFile() {
    return new RawFileBackend();
  }
}
