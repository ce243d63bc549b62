package io.logsink.server;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Closes connections whose clients keep the server waiting for a whole request, or with taking a
 * whole answer. Jetty's idle timeout begins anew with each byte, so that a client that sends one
 * now and then could stay for ever.
 */
final class Patience implements Connection.Listener, AutoCloseable {
  private static final Duration MOST_INTERVAL = Duration.ofSeconds(1);

  private final Duration idleTime;
  private final ConcurrentMap<EndPoint, Long> dueNanos = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("logsink-server-patience").daemon().factory());

  Patience(Duration idleTime, Duration transferTime) {
    this.idleTime = idleTime;
    Duration shorter = idleTime.compareTo(transferTime) < 0 ? idleTime : transferTime;
    Duration interval = shorter.dividedBy(4);
    long nanos = Math.min(interval.toNanos(), MOST_INTERVAL.toNanos());
    var _ = timer.scheduleWithFixedDelay(this::sweep, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void onOpened(Connection connection) {
    awaitRequest(connection.getEndPoint());
  }

  @Override
  public void onClosed(Connection connection) {
    dueNanos.remove(connection.getEndPoint());
  }

  /** From now on the client is to send a request. */
  void awaitRequest(EndPoint client) {
    await(client, idleTime);
  }

  /** From now on the client has {@code time} for what it is to do. */
  void await(EndPoint client, Duration time) {
    dueNanos.put(client, System.nanoTime() + time.toNanos());
  }

  /** It is not the client who has to do something now. */
  void rest(EndPoint client) {
    dueNanos.remove(client);
  }

  private void sweep() {
    long now = System.nanoTime();
    dueNanos.forEach((client, due) -> {
      if (due - now <= 0 && dueNanos.remove(client, due)) {
        client.close();
      }
    });
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
