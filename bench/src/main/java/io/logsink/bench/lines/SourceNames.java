package io.logsink.bench.lines;

import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;

/** Makes sources of names from outside: of files and commands. */
final class SourceNames {
  private SourceNames() {}

  /**
   * The source {@code kind:name}. What no source name may have, and what means something in a glob,
   * becomes {@code _}; of a name that is too long the end is kept.
   */
  static Source of(String kind, String name) {
    String encodable = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String clean = encodable.replaceAll("[\\p{Cntrl}\\u0080-\\u009f*?]", "_");
    int room = Source.MAX_NAME_BYTES - kind.length() - 1;
    while (clean.getBytes(StandardCharsets.UTF_8).length > room) {
      clean = clean.substring(clean.offsetByCodePoints(0, 1));
    }
    return Source.of(kind + ":" + clean);
  }
}
