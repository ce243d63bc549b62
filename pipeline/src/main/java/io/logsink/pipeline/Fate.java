package io.logsink.pipeline;

import java.util.Locale;

/** What became of an emitted record. Until it has one it is in flight; then it keeps it. */
public enum Fate {
  /** The sink has it. */
  STORED,
  /** Like the one before and the one after it, which have the count. */
  COALESCED,
  /** Its source was over its rate. */
  RATE_LIMITED,
  /** Not the one of so many that is kept. */
  SAMPLED,
  /** The pipeline was full, and its source took most. */
  OVERFLOWED,
  /** The sink can never store it. */
  REJECTED,
  /** The sink could not store it before the pipeline or its process ended. */
  FAILED;

  /** Whether nobody will read the record. */
  public boolean isLoss() {
    return this != STORED;
  }

  /** The word for it in the log and in files, {@code rate-limited}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fate with that word. */
  static Fate ofWord(String word) {
    for (Fate fate : values()) {
      if (fate.word().equals(word)) {
        return fate;
      }
    }
    throw new IllegalArgumentException("no fate is called \"" + word + "\"");
  }

  /** Whether somebody asked for the loss. */
  boolean isReduction() {
    return this == COALESCED || this == RATE_LIMITED || this == SAMPLED;
  }
}
