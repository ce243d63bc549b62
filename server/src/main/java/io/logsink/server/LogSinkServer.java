package io.logsink.server;

import io.logsink.server.rpc.RpcDispatcher;
import io.logsink.server.rpc.RpcMethods;
import io.logsink.server.rpc.TailLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A running pipeline for others: JSON-RPC 2.0 at {@code POST /rpc}, Prometheus metrics at {@code
 * GET /metrics}, and {@code GET /healthz}; over HTTP on 127.0.0.1 and on a Unix socket, with the
 * same answers. The methods, errors and limits stand in {@code docs/rpc.md}.
 *
 * <p>Every method is safe from any thread.
 */
public final class LogSinkServer implements AutoCloseable {
  private static final Duration STOP_TIME = Duration.ofSeconds(5);
  private static final Duration STOP_IDLE_TIME = Duration.ofMillis(100);
  private static final int THREAD_COUNT = 16;

  private final Server server;
  private final RpcMethods methods;
  private final Patience patience;
  private @Nullable ServerConnector http;
  private @Nullable SocketFile socketFile;

  private LogSinkServer(ServerSettings settings, ServerParts parts) {
    LimitSettings limits = settings.limits();
    this.methods =
        new RpcMethods(
            parts.emitter(),
            parts.reader(),
            parts.stats(),
            settings.insertSources(),
            new TailLimits(limits.maxTailCount(), limits.maxTailWait()),
            limits.maxRequestCount(),
            limits.transferTime());
    this.patience = new Patience(limits.idleTime(), limits.transferTime());
    HttpFront front =
        new HttpFront(new Pages(parts.stats()), new RpcDispatcher(methods), limits, patience);
    this.server = server(front);
  }

  private static Server server(Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(THREAD_COUNT, 1);
    threads.setName("logsink-server");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    threads.setVirtualThreadsExecutor(
        VirtualThreads.getNamedVirtualThreadsExecutor("logsink-request-"));
    Server server = new Server(threads);
    server.setHandler(new GracefulHandler(handler));
    server.setStopTimeout(STOP_TIME.toMillis());
    ErrorHandler errors = new ErrorHandler();
    errors.setShowStacks(false);
    server.setErrorHandler(errors);
    return server;
  }

  /**
   * Starts a server; when this returns, clients can connect.
   *
   * @throws IOException when the port is taken, the socket's folder cannot be made, or another
   *     process listens at the socket; nothing is left running
   */
  public static LogSinkServer start(ServerSettings settings, ServerParts parts) throws IOException {
    LogSinkServer started = new LogSinkServer(settings, parts);
    try {
      started.listen(settings);
      return started;
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private void listen(ServerSettings settings) throws IOException {
    LimitSettings limits = settings.limits();
    if (settings.http().enabled()) {
      http = listenOnLoopback(settings.http().port(), limits);
    }
    if (settings.socket().enabled()) {
      socketFile = SocketFile.prepare(settings.socket().path());
      UnixDomainServerConnector connector =
          new UnixDomainServerConnector(server, 1, 1, httpVersions());
      connector.setUnixDomainPath(socketFile.bindPath());
      connector.setAcceptQueueSize(limits.maxConnectionCount());
      add(connector, limits);
    }
    startServer();
    if (socketFile != null) {
      socketFile.publish();
    }
  }

  private ServerConnector listenOnLoopback(int port, LimitSettings limits) throws IOException {
    ServerConnector connector = new ServerConnector(server, 1, 1, httpVersions());
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(limits.maxConnectionCount());
    add(connector, limits);
    try {
      connector.open();
    } catch (IOException e) {
      throw new IOException(
          "cannot listen at port %d of 127.0.0.1 (%s); choose another one, or 0 for any that is free"
              .formatted(port, e.getMessage()),
          e);
    }
    return connector;
  }

  private static HttpConnectionFactory httpVersions() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    return new HttpConnectionFactory(configuration);
  }

  private void add(AbstractConnector connector, LimitSettings limits) {
    connector.setIdleTimeout(0); // our own patience, or an answer may end with the wait before it
    connector.setShutdownIdleTimeout(STOP_IDLE_TIME.toMillis());
    connector.addBean(patience);
    connector.addBean(new NetworkConnectionLimit(limits.maxConnectionCount(), connector));
    server.addConnector(connector);
  }

  /** Jetty throws whatever went wrong in any of its parts. */
  private void startServer() throws IOException {
    try {
      server.start();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the server cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * The port of HTTP on 127.0.0.1.
   *
   * @throws IllegalStateException when it was not enabled
   */
  public int httpPort() {
    if (http == null) {
      throw new IllegalStateException("HTTP is not enabled in this server's settings");
    }
    return http.getLocalPort();
  }

  /**
   * Takes no more connections and requests, lets tails answer at once and other requests end for a
   * few seconds, then cuts them off, and removes the socket. A second call does nothing.
   */
  @Override
  public void close() {
    methods.close();
    try {
      server.stop();
      if (socketFile != null) {
        socketFile.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the server was stopped, its socket not removed", e);
    } catch (Exception e) {
      throw new IllegalStateException("the server could not be stopped: " + e.getMessage(), e);
    } finally {
      patience.close();
    }
  }
}
