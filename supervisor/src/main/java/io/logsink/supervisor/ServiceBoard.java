package io.logsink.supervisor;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where a service stands. Its runner writes it, anybody reads it. */
final class ServiceBoard {
  private final InstantSource clock;
  private ServiceState state = ServiceState.RUNNING;
  private Instant since;
  private long pid;
  private long startCount;
  private @Nullable Integer lastExitCode;
  private @Nullable String lastFault;

  ServiceBoard(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  private void set(ServiceState next) {
    if (state != next) {
      state = next;
      since = clock.instant();
    }
  }

  /** A start is tried. */
  synchronized void starting() {
    startCount++;
    set(ServiceState.RUNNING);
  }

  synchronized void started(long newPid) {
    pid = newPid;
    lastFault = null;
  }

  synchronized void failed(String fault) {
    lastFault = fault;
  }

  synchronized void exited(int exitCode) {
    pid = 0;
    lastExitCode = exitCode;
  }

  synchronized void waiting() {
    set(ServiceState.WAITING);
  }

  /** Not for one that has ended. */
  synchronized void stopping() {
    if (state != ServiceState.ENDED) {
      set(ServiceState.STOPPING);
    }
  }

  synchronized void ended() {
    pid = 0;
    set(ServiceState.ENDED);
  }

  /** How often it was started again. */
  synchronized long restartCount() {
    return Math.max(0, startCount - 1);
  }

  synchronized ServiceStatus status(
      String name, long recordCount, long printedBytes, long refusedCount) {
    return new ServiceStatus(
        name,
        state,
        since,
        pid,
        restartCount(),
        lastExitCode,
        lastFault,
        recordCount,
        printedBytes,
        refusedCount);
  }
}
