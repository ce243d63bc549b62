package io.logsink.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.logsink.api.LogSinkException;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.UnsupportedFeatureException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as an answer.
 *
 * @param code what, as a number
 * @param message what, in words
 * @param data details by name; missing when there are none
 */
public record RpcError(int code, String message, JsonNode data) {
  /** An error without details. */
  public static RpcError of(ErrorCode code, String message) {
    return new RpcError(code.number(), message, MissingNode.getInstance());
  }

  /** An error with details. */
  public static RpcError of(ErrorCode code, String message, Map<String, ?> data) {
    return new RpcError(code.number(), message, Json.tree(data));
  }

  /** That a field is wrong. */
  public static RpcError of(InvalidFieldException e) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("field", e.field());
    data.put("value", e.value());
    data.put("allowed", e.allowed());
    return of(ErrorCode.INVALID_PARAMS, String.valueOf(e.getMessage()), data);
  }

  /** That a sink does not have a feature. */
  public static RpcError of(UnsupportedFeatureException e) {
    return of(
        ErrorCode.UNSUPPORTED,
        String.valueOf(e.getMessage()),
        Map.of("feature", e.feature().name()));
  }

  /** That a sink could not. */
  public static RpcError of(LogSinkException e) {
    LogSinkException.Fault fault = e.fault();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("backend", fault.backend());
    data.put("store", fault.store());
    data.put("operation", fault.operation());
    data.put("detail", fault.detail());
    data.put("native_code", fault.nativeCode());
    if (e instanceof RecordRejectedException rejected) {
      data.put("record_index", rejected.recordIndex());
    }
    return of(code(e), String.valueOf(e.getMessage()), data);
  }

  private static ErrorCode code(LogSinkException e) {
    return switch (e) {
      case SinkUnavailableException _ -> ErrorCode.UNAVAILABLE;
      case SinkFullException _ -> ErrorCode.FULL;
      case SinkCorruptException _ -> ErrorCode.CORRUPT;
      case RecordRejectedException _ -> ErrorCode.REJECTED;
    };
  }

  /** Whether it is this. */
  public boolean is(ErrorCode other) {
    return code == other.number();
  }
}
