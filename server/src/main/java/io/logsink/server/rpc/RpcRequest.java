package io.logsink.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.Json;
import io.logsink.server.wire.MalformedJsonException;
import io.logsink.server.wire.RpcError;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent.
 *
 * @param node one call or a list of them; missing when there is an error
 * @param error why it cannot be understood, or null
 * @param byteCount how long it was
 */
public record RpcRequest(JsonNode node, @Nullable RpcError error, int byteCount) {
  /** From the bytes that came. */
  public static RpcRequest of(byte[] bytes) {
    try {
      return new RpcRequest(Json.parse(bytes), null, bytes.length);
    } catch (MalformedJsonException e) {
      RpcError error = RpcError.of(ErrorCode.PARSE, String.valueOf(e.getMessage()));
      return new RpcRequest(MissingNode.getInstance(), error, bytes.length);
    }
  }
}
