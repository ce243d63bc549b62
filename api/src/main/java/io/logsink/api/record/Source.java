package io.logsink.api.record;

import java.nio.charset.StandardCharsets;

/**
 * Who produced a record: {@code sysmon}, {@code rpc}, {@code pty:web}. The part before the first
 * {@code :} is the source's kind.
 *
 * @param name 1 to {@value #MAX_NAME_BYTES} bytes of UTF-8 without control characters
 */
public record Source(String name) implements Comparable<Source> {
  /** The longest name, in bytes of UTF-8. */
  public static final int MAX_NAME_BYTES = 255;

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException when the name is empty, too long, or has a control character
   *     or an unpaired surrogate
   */
  public Source {
    EncodableText.require("source name", name);
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > MAX_NAME_BYTES) {
      throw new IllegalArgumentException(
          "source name must have 1 to %d bytes of UTF-8, not %d: \"%s\""
              .formatted(MAX_NAME_BYTES, bytes, name));
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "source name must not have control characters: \"" + name + "\"");
    }
  }

  /** The source with that name. */
  public static Source of(String name) {
    return new Source(name);
  }

  /** The part before the first {@code :}, or the whole name when there is none. */
  public String kind() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  @Override
  public int compareTo(Source other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
