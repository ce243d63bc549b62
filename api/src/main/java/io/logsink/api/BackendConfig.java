package io.logsink.api;

import java.time.InstantSource;

/**
 * What a backend is opened with.
 *
 * @param settings the backend's own settings, of the class of its {@link
 *     LogSinkBackend#defaultSettings()}
 * @param access as owner or to read only
 * @param clock the wall clock, for the age of windows; may step back
 */
public record BackendConfig(Record settings, Access access, InstantSource clock) {
  /** To own the store that {@code settings} names, with the system's clock. */
  public static BackendConfig owner(Record settings) {
    return new BackendConfig(settings, Access.OWNER, InstantSource.system());
  }

  /** To read the store that {@code settings} names. */
  public static BackendConfig readOnly(Record settings) {
    return new BackendConfig(settings, Access.READ_ONLY, InstantSource.system());
  }

  /**
   * The settings as {@code type}.
   *
   * @throws IllegalArgumentException when they are of another class
   */
  public <T extends Record> T settings(Class<T> type) {
    if (!type.isInstance(settings)) {
      throw new IllegalArgumentException(
          "settings must be a %s, not a %s"
              .formatted(type.getName(), settings.getClass().getName()));
    }
    return type.cast(settings);
  }
}
