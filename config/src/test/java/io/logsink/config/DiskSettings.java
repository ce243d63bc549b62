package io.logsink.config;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings with a component of each type that there is. */
record DiskSettings(
    Path directory,
    Window window,
    Mode writeMode,
    boolean compress,
    int level,
    int bufferBytes,
    long maxCount,
    double ratio,
    String label,
    List<String> tags) {
  static final DiskSettings DEFAULT =
      new DiskSettings(
          Path.of("logs", "disk"),
          new Window(Duration.ofHours(6), 128L << 20),
          Mode.FAST,
          true,
          3,
          64 << 10,
          1_000,
          0.5,
          "main log",
          List.of("a", "b c"));

  enum Mode {
    FAST,
    VERY_SAFE
  }

  record Window(Duration maxAge, long maxBytes) {
    Window {
      if (maxAge.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new InvalidSettingException("maxAge", maxAge, "1 s or more");
      }
      if (maxBytes < 1 << 20) {
        throw new InvalidSettingException("maxBytes", maxBytes, "1 MiB or more");
      }
    }
  }

  DiskSettings {
    if (level < 1 || level > 9) {
      throw new InvalidSettingException("level", level, "1 to 9");
    }
    if (ratio < 0) {
      throw new InvalidSettingException("ratio", ratio, "0 or more");
    }
    if (window.maxBytes() < bufferBytes) {
      throw new InvalidSettingException(
          "window.maxBytes", window.maxBytes(), "buffer-bytes or more");
    }
    if (label.equals("boom")) {
      throw new IllegalStateException("no\nlabel");
    }
    tags = List.copyOf(tags);
  }
}
