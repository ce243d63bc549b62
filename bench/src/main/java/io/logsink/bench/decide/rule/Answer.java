package io.logsink.bench.decide.rule;

import java.util.Locale;

/** What to do about a source, or about all of them. In the order of how much it changes. */
public enum Answer {
  /** Nothing: there is headroom. */
  KEEP,
  /** Open the same backend with other settings. */
  SPEED_UP,
  /** Have the pipeline take records away. */
  REDUCE,
  /** Route it to another backend. */
  MOVE,
  /** Nothing that was measured is enough, even with all of that. */
  NOTHING_HELPS,
  /** It cannot be told: what was measured is from another machine. */
  OTHER_HOST,
  /** It cannot be told: something was not measured, or contradicts itself. */
  NOT_ENOUGH_EVIDENCE;

  /** In words: {@code speed up}. */
  public String words() {
    return this == OTHER_HOST
        ? "measured on another host"
        : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether it says what to do, be it nothing. */
  public boolean isAdvice() {
    return compareTo(NOTHING_HELPS) < 0;
  }
}
