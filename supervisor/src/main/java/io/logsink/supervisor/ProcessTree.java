package io.logsink.supervisor;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A service's process and what it started, as far as it can be known: the processes of its session
 * when it leads one, and the descendants of all that was seen. A parent that has ended has no
 * descendants any more; who was left behind without a session is not found. Used by one thread.
 *
 * <p>What has ended and was not fetched by its parent, a zombie, has no program any more, and is
 * not waited for: in a container there may be nobody who fetches it.
 */
final class ProcessTree {
  /** How long the system may take to bury what was killed. */
  private static final Duration BURIAL_TIME = Duration.ofSeconds(2);

  private static final Duration LOOK_INTERVAL = Duration.ofMillis(10);

  private final ServiceProcess process;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  ProcessTree(ServiceProcess process) {
    this.process = process;
  }

  /** Asks all of it to end, waits for {@code grace}, and kills what is left. */
  void end(Duration grace) throws InterruptedException {
    look();
    signal(Posix.SIGTERM);
    if (!awaitEnd(grace)) {
      look();
      signal(Posix.SIGKILL);
      boolean _ = awaitEnd(BURIAL_TIME);
    }
  }

  private void look() {
    ProcessHandle.of(process.pid()).ifPresent(seen::add);
    if (process.leadsSession()) {
      ProcessHandle.allProcesses()
          .filter(handle -> Posix.session(handle.pid()) == process.pid())
          .forEach(seen::add);
    }
    Set.copyOf(seen).forEach(handle -> handle.descendants().forEach(seen::add));
  }

  /** To the group in one go, so that none of it can have a child in between; then to the others. */
  private void signal(int signal) {
    boolean group = process.leadsSession() && Posix.kill(-process.pid(), signal);
    for (ProcessHandle handle : seen) {
      if (handle.isAlive() && !(group && isInGroup(handle))) {
        boolean _ = Posix.kill(handle.pid(), signal);
      }
    }
  }

  private boolean isInGroup(ProcessHandle handle) {
    return Posix.processGroup(handle.pid()) == process.pid();
  }

  private boolean awaitEnd(Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    while (isRunning()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      Thread.sleep(LOOK_INTERVAL);
    }
    return true;
  }

  /** Looks again only when all that was seen has ended: it takes a walk over all processes. */
  private boolean isRunning() {
    if (anyRuns()) {
      return true;
    }
    look();
    return anyRuns();
  }

  private boolean anyRuns() {
    return seen.stream()
        .anyMatch(handle -> handle.isAlive() && handle.info().command().isPresent());
  }
}
