package io.logsink.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.Source;
import io.logsink.pipeline.LogEmitter;
import java.time.Duration;
import java.util.Map;

/** One service called {@code web}, and what it takes to test it. */
final class Rig {
  static final Source WEB = Supervisor.sourceOf("web");

  private static final Duration SHORT = Duration.ofMillis(1);

  private Rig() {}

  /** A shell script that is run once. */
  static ServiceSettings script(ServiceOutput output, String script) {
    return ServiceSettings.of("sh", "-c", script)
        .withOutput(output)
        .withRestart(restart(RestartPolicy.NEVER, 0));
  }

  static RestartSettings restart(RestartPolicy policy, int maxCount) {
    return new RestartSettings(policy, SHORT, SHORT.multipliedBy(3), Duration.ofHours(1), maxCount);
  }

  static Supervisor start(ServiceSettings service, LogEmitter emitter) {
    return Supervisor.start(new SupervisorSettings(Map.of("web", service)), emitter);
  }

  /** Runs the service to its end, and returns how it was then. */
  static ServiceStatus run(ServiceSettings service, LogEmitter emitter)
      throws InterruptedException {
    try (Supervisor supervisor = start(service, emitter)) {
      assertThat(supervisor.awaitEnd(Recording.PATIENCE)).as("it ends").isTrue();
      return statusOf(supervisor);
    }
  }

  static ServiceStatus statusOf(Supervisor supervisor) {
    ServiceStatus status = supervisor.status().get("web");
    assertThat(status).isNotNull();
    return status;
  }

  /** Waits until there is no process of that id any more; a zombie is none. */
  static void awaitGone(long pid) throws InterruptedException {
    long deadline = System.nanoTime() + Recording.PATIENCE.toNanos();
    while (isRunning(pid)) {
      assertThat(System.nanoTime()).as("process %d has ended", pid).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  static boolean isRunning(long pid) {
    return ProcessHandle.of(pid)
        .filter(handle -> handle.isAlive() && handle.info().command().isPresent())
        .isPresent();
  }
}
