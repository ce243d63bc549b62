package io.logsink.server.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.logsink.api.LogSinkException;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.Field;
import io.logsink.server.wire.InvalidFieldException;
import io.logsink.server.wire.Json;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;

/** JSON-RPC 2.0: calls, batches of them, and notifications. Safe from any number of threads. */
public final class RpcDispatcher {
  /** The most calls in a batch. */
  static final int MAX_BATCH_COUNT = 100;

  private static final Logger LOG = System.getLogger(RpcDispatcher.class.getName());
  private static final String VERSION = "2.0";

  private final RpcMethods methods;

  /** Calls these methods. */
  public RpcDispatcher(RpcMethods methods) {
    this.methods = methods;
  }

  /**
   * Does what {@code request} asks and writes the answer.
   *
   * @return whether there is an answer: notifications have none, and then nothing was written
   * @throws IOException when the answer could not be written
   * @throws InterruptedException when the thread was interrupted
   */
  public boolean answer(RpcRequest request, Gate.Pass pass, OutputStream out)
      throws IOException, InterruptedException {
    try (JsonGenerator json = Json.generator(out)) {
      RpcError error = request.error();
      if (error != null) {
        write(json, NullNode.getInstance(), error);
        return true;
      }
      JsonNode node = request.node();
      return node.isArray()
          ? answerBatch(node, request.byteCount(), pass, json)
          : answerOne(new Asked(node, request.byteCount(), false), pass, json);
    }
  }

  /** Writes {@code error} as the answer to a request that was not looked at. */
  public static void refuse(RpcError error, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      write(json, NullNode.getInstance(), error);
    }
  }

  private boolean answerBatch(JsonNode batch, int byteCount, Gate.Pass pass, JsonGenerator out)
      throws IOException, InterruptedException {
    if (batch.isEmpty() || batch.size() > MAX_BATCH_COUNT) {
      String message = "a batch has 1 to %d calls, not %d".formatted(MAX_BATCH_COUNT, batch.size());
      write(out, NullNode.getInstance(), RpcError.of(ErrorCode.INVALID_REQUEST, message));
      return true;
    }
    boolean answered = false;
    for (JsonNode node : batch) {
      Asked asked = new Asked(node, byteCount, true);
      if (!answered && asked.wantsAnswer()) {
        out.writeStartArray();
        answered = true;
      }
      boolean _ = answerOne(asked, pass, out);
    }
    if (answered) {
      out.writeEndArray();
    }
    return answered;
  }

  private boolean answerOne(Asked asked, Gate.Pass pass, JsonGenerator out)
      throws IOException, InterruptedException {
    try (Answer answer = call(asked, pass)) {
      if (asked.wantsAnswer()) {
        write(out, asked.id(), answer);
      }
    } catch (RpcException e) {
      if (asked.wantsAnswer()) {
        write(out, asked.id(), e.error());
      }
    }
    return asked.wantsAnswer();
  }

  /** The answer, or an {@link RpcException}, whatever went wrong. */
  private Answer call(Asked asked, Gate.Pass pass) throws InterruptedException {
    try {
      asked.requireValid();
      return methods.named(asked.method()).call(asked.call(pass));
    } catch (RpcException e) {
      throw e;
    } catch (InvalidFieldException e) {
      throw new RpcException(RpcError.of(e));
    } catch (UnsupportedFeatureException e) {
      throw new RpcException(RpcError.of(e));
    } catch (LogSinkException e) {
      throw new RpcException(RpcError.of(e));
    } catch (RuntimeException e) {
      throw new RpcException(internal(e));
    }
  }

  private static RpcError internal(RuntimeException e) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "internal error " + id, e);
    return RpcError.of(
        ErrorCode.INTERNAL,
        "internal error; the log of the server has more under %s".formatted(id),
        Map.of("error_id", id));
  }

  private static void write(JsonGenerator out, JsonNode id, Answer answer) throws IOException {
    begin(out, id);
    out.writeFieldName("result");
    answer.writeTo(out);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, JsonNode id, RpcError error) throws IOException {
    begin(out, id);
    out.writeObjectFieldStart("error");
    out.writeNumberField("code", error.code());
    out.writeStringField("message", error.message());
    if (!error.data().isMissingNode()) {
      out.writeFieldName("data");
      out.writeTree(error.data());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void begin(JsonGenerator out, JsonNode id) throws IOException {
    out.writeStartObject();
    out.writeStringField("jsonrpc", VERSION);
    out.writeFieldName("id");
    out.writeTree(id);
  }

  /** One element of a request, whatever it is. */
  private record Asked(JsonNode node, int byteCount, boolean inBatch) {
    /** What is no request at all is answered, so that somebody learns of it. */
    boolean wantsAnswer() {
      return node.has("id") || !isRequest();
    }

    private boolean isRequest() {
      return VERSION.equals(node.path("jsonrpc").textValue())
          && node.path("method").isTextual()
          && (!node.has("id") || isId(node.get("id")))
          && (!node.has("params") || node.get("params").isContainerNode());
    }

    private static boolean isId(JsonNode id) {
      return id.isTextual() || id.isNumber() || id.isNull();
    }

    JsonNode id() {
      JsonNode id = node.path("id");
      return isId(id) ? id : NullNode.getInstance();
    }

    void requireValid() {
      if (!isRequest()) {
        throw new RpcException(
            RpcError.of(
                ErrorCode.INVALID_REQUEST,
                "a request is an object with \"jsonrpc\": \"2.0\", a \"method\", and, if you like,"
                    + " \"params\" and an \"id\" that is a text or a number"));
      }
    }

    String method() {
      return node.path("method").asText();
    }

    Call call(Gate.Pass pass) {
      JsonNode params = node.path("params");
      Field field = Field.params(params.isMissingNode() ? Json.tree(Map.of()) : params);
      if (!params.isMissingNode() && !params.isObject()) {
        throw field.mustBe("an object of parameters by name");
      }
      return new Call(field, byteCount, inBatch, pass);
    }
  }
}
