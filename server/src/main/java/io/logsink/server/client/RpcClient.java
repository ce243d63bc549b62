package io.logsink.server.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogRecord;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.server.wire.HistogramForm;
import io.logsink.server.wire.Json;
import io.logsink.server.wire.PageForm;
import io.logsink.server.wire.PageQuery;
import io.logsink.server.wire.RecordForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jetty.io.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server of another process. Pages and records come through byte for byte and type for
 * type, and what a sink of the server throws is thrown here, with the same class and fault. A
 * server that cannot be reached, has too much to do or is being closed is a {@link
 * io.logsink.api.SinkUnavailableException}; what is wrong with a question, or too long, an {@link
 * IllegalArgumentException}; anything else an {@link io.logsink.server.wire.RpcException}.
 *
 * <p>Every method is safe from any number of threads.
 */
public final class RpcClient implements MergedReader, AutoCloseable {
  private static final Duration ANSWER_TIME = Duration.ofMinutes(2);
  private static final int USUAL_PORT = 80;

  private final Connector connector;

  /** The only sink to read, or null for all. */
  private final @Nullable String sink;

  private RpcClient(Connector connector, @Nullable String sink) {
    this.connector = connector;
    this.sink = sink;
  }

  /** A client of the server at a Unix socket; connects when it is asked something. */
  public static RpcClient onSocket(Path socket) {
    return new RpcClient(
        Connector.of(new Transport.TCPUnix(socket), USUAL_PORT, socket.toString()), null);
  }

  /** A client of the server at a port of 127.0.0.1; connects when it is asked something. */
  public static RpcClient onPort(int port) {
    return new RpcClient(Connector.of(Transport.TCP_IP, port, "127.0.0.1:" + port), null);
  }

  /**
   * Hands records to the server's pipeline, all or none. On return they are in flight, not stored.
   *
   * @param records what to insert, one at least; of sources that the server allows, and all
   *     together not longer than its requests may be
   * @throws LogSinkException when the server cannot be asked; it may have taken them or not
   * @throws IllegalArgumentException when the server does not allow a source, or they are too many
   */
  public void insert(List<LogRecord> records) throws LogSinkException {
    call(
        "logs.insert",
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("records");
          for (LogRecord record : records) {
            RecordForm.write(out, record);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  @Override
  public SortedSet<String> sinks() throws LogSinkException {
    SortedSet<String> names = new TreeSet<>();
    if (sink == null) {
      JsonNode answer = call("sources.list", RpcClient::writeNothing);
      answer.path("sinks").forEach(name -> names.add(name.asText()));
    } else {
      names.add(sink);
    }
    return names;
  }

  /** A reader over the same connections, which this client goes on to own. */
  @Override
  public MergedReader only(String name) {
    return new RpcClient(connector, name);
  }

  @Override
  public MergedPage read(LogQuery query) throws LogSinkException {
    return PageForm.read(call("logs.query", out -> new PageQuery(query, null).write(out, sink)));
  }

  @Override
  public MergedPage readAfter(MergedCursor cursor, LogQuery query) throws LogSinkException {
    return PageForm.read(call("logs.query", out -> new PageQuery(query, cursor).write(out, sink)));
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return HistogramForm.read(
        call("logs.histogram", out -> HistogramForm.writeQuestion(out, sink, filter, bucket)), bucket);
  }

  /**
   * What came after {@code cursor}, as soon as there is something; an empty page when nothing came
   * in time.
   *
   * @param cursor where to go on, or null for what comes from now on
   * @param wait how long the server waits at most, within its own limit
   * @throws LogSinkException as {@link #read} does
   */
  public MergedPage tail(@Nullable MergedCursor cursor, LogFilter filter, int limit, Duration wait)
      throws LogSinkException {
    LogQuery query = new LogQuery(filter, Position.newest(), Direction.FORWARD, limit);
    return PageForm.read(
        call(
            "logs.tail",
            out -> new PageQuery(query, cursor).writeTail(out, wait),
            ANSWER_TIME.plus(wait)));
  }

  /**
   * Calls any method.
   *
   * @param method its name
   * @param params its parameters, an object of JSON
   * @return its result, as JSON
   * @throws IllegalArgumentException when {@code params} are not JSON
   * @throws LogSinkException as {@link #read} does
   */
  public String call(String method, String params) throws LogSinkException {
    JsonNode node = Json.parseOwn(params);
    return call(method, out -> out.writeTree(node)).toString();
  }

  private static void writeNothing(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeEndObject();
  }

  private JsonNode call(String method, Params params) throws LogSinkException {
    return call(method, params, ANSWER_TIME);
  }

  private JsonNode call(String method, Params params, Duration time) throws LogSinkException {
    JsonNode answer = connector.post(method, request(method, params), time);
    JsonNode error = answer.path("error");
    if (error.isObject()) {
      throw ErrorAnswer.thrown(ErrorAnswer.read(error), method, connector.address());
    }
    return answer.path("result");
  }

  private interface Params {
    void write(JsonGenerator out) throws IOException;
  }

  private static byte[] request(String method, Params params) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.generator(bytes)) {
      out.writeStartObject();
      out.writeStringField("jsonrpc", "2.0");
      out.writeNumberField("id", 1);
      out.writeStringField("method", method);
      out.writeFieldName("params");
      params.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be: memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    connector.close();
  }
}
