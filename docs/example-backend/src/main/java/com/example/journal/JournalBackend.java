package com.example.journal;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;

/**
 * The backend {@code journal}: one file that only grows, and all of it in memory too. An example,
 * not a product: it has no retention, and takes as much memory as its records do.
 */
public final class JournalBackend implements LogSinkBackend {
  static final String NAME = "journal";

  /** For {@link java.util.ServiceLoader}. */
  public JournalBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public JournalSettings defaultSettings() {
    return JournalSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    return new JournalSink(config.settings(JournalSettings.class), config.access());
  }
}
