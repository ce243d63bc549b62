package io.logsink.supervisor;

/** How a line gets its severity. */
public enum SeverityRule {
  /** From a level word at the line's beginning, {@code INFO} where there is none. */
  LEVEL_WORD,

  /** Every line is {@code INFO}. */
  NONE
}
