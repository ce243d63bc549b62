package io.logsink.supervisor;

/** What a service is doing. */
public enum ServiceState {
  /** Its process is there, or about to be. */
  RUNNING,

  /** It ended, or could not be started, and waits to be started again. */
  WAITING,

  /** It was told to stop and has not ended yet. */
  STOPPING,

  /** It is not there and will not be started again. */
  ENDED
}
