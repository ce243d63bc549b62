package io.logsink.supervisor;

import io.logsink.api.record.Source;
import io.logsink.pipeline.LogEmitter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs services and makes records of what they print. A service's lines are of the source {@code
 * pty:<service>}, what happens to it is of {@link #SOURCE}; {@code docs/supervisor.md} says exactly
 * what is stored of what was printed.
 *
 * <p>Where the emitter waits, the service's output is not read meanwhile, and the service waits
 * when its terminal or pipe is full: that is back-pressure, for that service alone.
 *
 * <p>The services end with the JVM. Close it before the emitter, which would refuse the last lines.
 * Safe for use by several threads.
 */
public final class Supervisor implements AutoCloseable {
  /** The source of the supervisor's own records. */
  public static final Source SOURCE = Source.of("supervisor");

  private final List<ServiceRunner> runners;
  private final Thread hook = new Thread(this::stop, "logsink-supervisor-stop");

  private Supervisor(List<ServiceRunner> runners) {
    this.runners = runners;
  }

  /** Starts all services; what cannot be started is told in the log and tried again by policy. */
  public static Supervisor start(SupervisorSettings settings, LogEmitter emitter) {
    return start(settings, emitter, InstantSource.system());
  }

  static Supervisor start(SupervisorSettings settings, LogEmitter emitter, InstantSource clock) {
    Supervisor supervisor =
        new Supervisor(
            settings.services().entrySet().stream()
                .map(each -> new ServiceRunner(each.getKey(), each.getValue(), emitter, clock))
                .toList());
    Runtime.getRuntime().addShutdownHook(supervisor.hook);
    supervisor.runners.forEach(ServiceRunner::start);
    return supervisor;
  }

  /** The source of a service's lines. */
  public static Source sourceOf(String service) {
    return Source.of("pty:" + service);
  }

  /** How the services are, by name. */
  public SortedMap<String, ServiceStatus> status() {
    SortedMap<String, ServiceStatus> all = new TreeMap<>();
    for (ServiceRunner runner : runners) {
      ServiceStatus status = runner.status();
      all.put(status.name(), status);
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /** The processes of the services that run, by the services' names. */
  public SortedMap<String, Long> pids() {
    SortedMap<String, Long> pids = new TreeMap<>();
    status().values().stream()
        .filter(status -> status.pid() != 0)
        .forEach(status -> pids.put(status.name(), status.pid()));
    return Collections.unmodifiableSortedMap(pids);
  }

  /**
   * Waits until no service runs or will be started again.
   *
   * @return whether that is so; false when the time is up
   */
  public boolean awaitEnd(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (ServiceRunner runner : runners) {
      if (!runner.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Stops all services at once: SIGTERM to each and its children, and SIGKILL to what is there
   * after the service's time to stop. On return they have ended, and what they printed was emitted.
   * Closing again does nothing.
   */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // the JVM is ending, and the hook did or does the same
    }
  }

  private void stop() {
    runners.forEach(ServiceRunner::requestStop);
    runners.forEach(ServiceRunner::joinUninterruptibly);
  }
}
