package io.logsink.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;

/** Where a setting came from, for people. */
final class Origins {
  /** Of a setting that nobody gave. */
  static final String DEFAULT = "default";

  private static final String MERGED = "merge of ";

  private Origins() {}

  /** A place without lines. */
  static ConfigOrigin named(String description) {
    return ConfigOriginFactory.newSimple(description);
  }

  static boolean isFile(ConfigOrigin origin) {
    return origin.filename() != null;
  }

  /** A file with its line, {@code logsink.conf:3}, or what the place was named. */
  static String where(ConfigOrigin origin) {
    if (origin.filename() == null) {
      return described(origin.description());
    }
    return origin.lineNumber() < 1
        ? origin.filename()
        : origin.filename() + ":" + origin.lineNumber();
  }

  /** What two places made together is described as {@code merge of X,my.conf: 3}. */
  private static String described(String description) {
    return description.startsWith(MERGED)
        ? description
            .substring(MERGED.length())
            .replaceAll(": ([0-9]+)", ":$1")
            .replace(",", " and ")
        : description;
  }
}
