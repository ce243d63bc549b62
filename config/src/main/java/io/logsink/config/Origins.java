package io.logsink.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;

/** Where a setting came from, for people. */
final class Origins {
  /** Of a setting that nobody gave. */
  static final String DEFAULT = "default";

  private Origins() {}

  /** A place without lines. */
  static ConfigOrigin named(String description) {
    return ConfigOriginFactory.newSimple(description);
  }

  /** A file with its line, {@code logsink.conf:3}, or what the place was named. */
  static String where(ConfigOrigin origin) {
    if (origin.filename() == null) {
      return origin.description();
    }
    return origin.lineNumber() < 1
        ? origin.filename()
        : origin.filename() + ":" + origin.lineNumber();
  }
}
