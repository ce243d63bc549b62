package io.logsink.bench.capacity;

/** What a trial at one rate says. */
public enum Verdict {
  /** Nothing was dropped, nothing was put off, and records were visible in time. */
  HELD,
  /** Records were lost though nobody asked for it. */
  DROPPED,
  /** More and more records waited: sooner or later some would be dropped. */
  BEHIND,
  /** Too many records were visible too late. */
  LATE,
  /** The producers were late themselves, so it cannot be told what the store would have done. */
  GENERATOR,
  /** Records are not accounted for, or something failed: no rate can be told. */
  BROKEN
}
