package io.logsink.bench;

import io.logsink.api.LogSinkBackend;
import io.logsink.bench.floor.FloorBackend;
import java.nio.file.Path;

/**
 * What takes part in a comparison: a backend with its settings. A component of the settings that is
 * named {@code directory} and is a {@link Path} is replaced by a fresh folder for each store; a
 * backend without one has to open an empty store each time.
 *
 * @param label what it is called in the results
 * @param backend the backend
 * @param settings of the class that the backend takes
 */
public record Contender(String label, LogSinkBackend backend, Record settings) {
  private static final String DIRECTORY = "directory";

  /** The settings for a store in {@code folder}. */
  public Record settingsIn(Path folder) {
    SettingsRecord record = new SettingsRecord(settings);
    boolean movable = record.typeOf(DIRECTORY).filter(Path.class::equals).isPresent();
    return movable ? record.with(DIRECTORY, folder) : settings;
  }

  /** Whether it only shows what no backend can be faster than. */
  public boolean isFloor() {
    return backend instanceof FloorBackend;
  }

  /** Whether records can be read back from it. */
  public boolean isReadable() {
    return !isFloor() && !isAppendOnly();
  }

  boolean isAppendOnly() {
    return backend instanceof AppendOnlyBackend;
  }

  /** Whether {@code name} is its label or its backend's name. */
  boolean isCalled(String name) {
    return label.equals(name) || backend.name().equals(name);
  }
}
