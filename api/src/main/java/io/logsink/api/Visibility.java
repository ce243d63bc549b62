package io.logsink.api;

/** From when a query can return what was appended. */
public enum Visibility {
  /** From the return of the {@link LogAppender#sync()} that follows the append. */
  AFTER_SYNC,
  /** From the return of the append. */
  ON_APPEND
}
