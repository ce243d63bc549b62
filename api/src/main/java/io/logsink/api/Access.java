package io.logsink.api;

/** How a store is opened. */
public enum Access {
  /** As its one owner, which may append and maintain. */
  OWNER,
  /**
   * To read what is stored at the time of opening. Changes nothing on disk; append, sync and
   * maintain throw {@link UnsupportedOperationException}.
   */
  READ_ONLY
}
