package io.logsink.server;

import io.logsink.server.Pages.Page;
import io.logsink.server.rpc.Gate;
import io.logsink.server.rpc.RpcDispatcher;
import io.logsink.server.rpc.RpcRequest;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers HTTP, on a thread of its own for each request, whichever way it came. */
final class HttpFront extends Handler.Abstract {
  private static final int BUFFER_BYTES = 32 << 10;

  private final Pages pages;
  private final RpcDispatcher dispatcher;
  private final Gate requests;
  private final Inbox inbox;
  private final Patience patience;
  private final Duration transferTime;

  HttpFront(Pages pages, RpcDispatcher dispatcher, LimitSettings limits, Patience patience) {
    this.pages = pages;
    this.dispatcher = dispatcher;
    this.requests = new Gate("requests", limits.maxRequestCount(), limits.transferTime());
    this.inbox = new Inbox(limits.maxRequestBytes(), roomBytes(limits));
    this.patience = patience;
    this.transferTime = limits.transferTime();
  }

  /** Twice as many requests may come in as are answered at a time. */
  private static long roomBytes(LimitSettings limits) {
    return 2 * limits.maxRequestBytes() * limits.maxRequestCount();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
    patience.rest(client);
    try (OutputStream out =
        new BufferedOutputStream(
            new Outbox(response, client, patience, transferTime), BUFFER_BYTES)) {
      answer(request, response, client, out);
    }
    // Not after it was succeeded: the next request may be under way by then.
    patience.awaitRequest(client);
    callback.succeeded();
    return true;
  }

  private void answer(Request request, Response response, EndPoint client, OutputStream out)
      throws IOException, InterruptedException {
    Page page = page(request);
    if (page == null) {
      call(request, response, client, out);
    } else {
      response.setStatus(page.status());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
      out.write(page.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The page to answer with, or null for a call that is let through. */
  private @Nullable Page page(Request request) {
    String refusal = Visitors.refusal(request.getHeaders());
    if (refusal != null) {
      return Page.ofText(HttpStatus.FORBIDDEN_403, refusal);
    }
    return switch (Request.getPathInContext(request)) {
      case "/rpc" -> forCall(request);
      case "/metrics" -> isGet(request) ? pages.metrics() : wrongMethod("GET");
      case "/healthz" -> isGet(request) ? pages.health() : wrongMethod("GET");
      default ->
          Page.ofText(
              HttpStatus.NOT_FOUND_404, "there are POST /rpc, GET /metrics and GET /healthz");
    };
  }

  private static @Nullable Page forCall(Request request) {
    if (!request.getMethod().equals("POST")) {
      return wrongMethod("POST");
    }
    return Visitors.sendsJson(request.getHeaders())
        ? null
        : Page.ofText(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
            "the header Content-Type must be application/json");
  }

  private static boolean isGet(Request request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static Page wrongMethod(String right) {
    return Page.ofText(
        HttpStatus.METHOD_NOT_ALLOWED_405, "only %s is answered here".formatted(right));
  }

  private void call(Request request, Response response, EndPoint client, OutputStream out)
      throws IOException, InterruptedException {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    try {
      if (!answer(request, client, out)) {
        response.setStatus(HttpStatus.NO_CONTENT_204);
        response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
      }
    } catch (RpcException e) {
      response.setStatus(status(e.error()));
      RpcDispatcher.refuse(e.error(), out);
    }
  }

  /** Whether there is an answer; throws an {@link RpcException} only when nothing was written. */
  private boolean answer(Request request, EndPoint client, OutputStream out)
      throws IOException, InterruptedException {
    try (Inbox.Received received = receive(request, client);
        Gate.Pass pass = requests.enter()) {
      RpcRequest rpc = RpcRequest.of(received.bytes());
      received.release();
      return dispatcher.answer(rpc, pass, out);
    }
  }

  private Inbox.Received receive(Request request, EndPoint client) {
    patience.await(client, transferTime);
    try {
      return inbox.receive(Content.Source.asInputStream(request), request.getLength());
    } catch (IOException e) {
      throw new RpcException(
          RpcError.of(
              ErrorCode.INVALID_REQUEST, "the request did not come whole: " + e.getMessage()));
    } finally {
      patience.rest(client);
    }
  }

  private static int status(RpcError error) {
    if (error.is(ErrorCode.TOO_LARGE)) {
      return HttpStatus.PAYLOAD_TOO_LARGE_413;
    }
    return error.is(ErrorCode.INVALID_REQUEST)
        ? HttpStatus.REQUEST_TIMEOUT_408
        : HttpStatus.SERVICE_UNAVAILABLE_503;
  }
}
