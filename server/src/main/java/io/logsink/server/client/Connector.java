package io.logsink.server.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.SinkUnavailableException;
import io.logsink.server.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Transport;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The way to a server. Whatever goes wrong on it, the server cannot be reached for now. */
final class Connector implements AutoCloseable {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

  /** Shorter than a server's, so that it is not the server who hangs up on a request. */
  private static final Duration IDLE_TIME = Duration.ofSeconds(5);

  private static final int THREAD_COUNT = 8;

  private final HttpClient client;
  private final Transport transport;
  private final String uri;
  private final String address;

  private Connector(Transport transport, String uri, String address) {
    this.client = new HttpClient();
    this.transport = transport;
    this.uri = uri;
    this.address = address;
    QueuedThreadPool threads = new QueuedThreadPool(THREAD_COUNT, 1);
    threads.setName("logsink-client");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setConnectTimeout(CONNECT_TIME.toMillis());
    client.setIdleTimeout(IDLE_TIME.toMillis());
    client.setUserAgentField(null);
    start();
  }

  private void start() {
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the client cannot be started: " + e.getMessage(), e);
    }
  }

  static Connector of(Transport transport, int port, String address) {
    return new Connector(transport, "http://127.0.0.1:" + port + "/rpc", address);
  }

  /** Where the server is, for people. */
  String address() {
    return address;
  }

  /**
   * The answer to {@code request}, which is not a notification.
   *
   * @param time how long the server may take before it begins to answer
   */
  JsonNode post(String operation, byte[] request, Duration time) throws SinkUnavailableException {
    try (InputStreamResponseListener listener = new InputStreamResponseListener()) {
      post(request, time).send(listener);
      Response response = listener.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return read(response, listener.getInputStream());
    } catch (IOException | TimeoutException e) {
      throw unavailable(operation, e);
    } catch (ExecutionException e) {
      throw unavailable(operation, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(operation, e);
    }
  }

  private Request post(byte[] request, Duration time) {
    return client
        .newRequest(uri)
        .transport(transport)
        .method(HttpMethod.POST)
        .idleTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
        .body(new BytesRequestContent("application/json", request));
  }

  private static JsonNode read(Response response, InputStream body) throws IOException {
    try (body) {
      return Json.read(body);
    } catch (JacksonException e) {
      throw new IOException(
          "it answered with HTTP status %d and no JSON".formatted(response.getStatus()), e);
    }
  }

  /** That the server cannot be used now. */
  SinkUnavailableException unavailable(String operation, Throwable cause) {
    return new SinkUnavailableException(
        new Fault(
            "rpc",
            address,
            operation,
            "the server there cannot be asked: %s; see whether it runs".formatted(cause),
            "-"),
        cause);
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the client could not be stopped: " + e.getMessage(), e);
    }
  }
}
