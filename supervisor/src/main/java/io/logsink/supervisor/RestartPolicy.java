package io.logsink.supervisor;

/** Whether a service is started again after it ended by itself. */
public enum RestartPolicy {
  /** Whatever its exit code was. */
  ALWAYS,

  /** When its exit code was not 0, or it could not be started. */
  ON_FAILURE,

  /** Never. */
  NEVER;

  boolean restartsAfter(boolean failed) {
    return switch (this) {
      case ALWAYS -> true;
      case ON_FAILURE -> failed;
      case NEVER -> false;
    };
  }
}
