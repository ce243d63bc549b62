package io.logsink.config;

import java.util.List;

/**
 * The configuration cannot be used. Says everything that is wrong with it at once: a line of the
 * message each, with the file and line (or the environment variable, system property or option) it
 * came from, the key, the value and what is allowed. The way out is to correct it and load again;
 * nothing was opened.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigException(List<String> problems) {
    super(String.join("\n", problems));
  }

  /** What is wrong: one sentence each, at least one. */
  public List<String> problems() {
    return String.valueOf(getMessage()).lines().toList();
  }
}
