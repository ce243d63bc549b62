package io.logsink.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkException;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;

/** Turns an error back into the exception that the server's own reader would have thrown. */
final class ErrorAnswer {
  private ErrorAnswer() {}

  static RpcError read(JsonNode error) {
    return new RpcError(
        error.path("code").intValue(), error.path("message").asText(), error.path("data"));
  }

  /** Throws what {@code error} stands for; what stands for nothing else, itself. */
  static RuntimeException thrown(RpcError error, String operation, String address)
      throws LogSinkException {
    if (error.is(ErrorCode.INVALID_PARAMS) || error.is(ErrorCode.TOO_LARGE)) {
      return new IllegalArgumentException(error.message());
    }
    if (error.is(ErrorCode.UNSUPPORTED)) {
      return new UnsupportedFeatureException(
          "behind " + address, Feature.valueOf(error.data().path("feature").asText()));
    }
    throwSinkError(error, fault(error, operation, address));
    return new RpcException(error);
  }

  private static void throwSinkError(RpcError error, Fault fault) throws LogSinkException {
    if (error.is(ErrorCode.UNAVAILABLE)
        || error.is(ErrorCode.BUSY)
        || error.is(ErrorCode.CLOSING)) {
      throw new SinkUnavailableException(fault, null);
    }
    if (error.is(ErrorCode.FULL)) {
      throw new SinkFullException(fault, null);
    }
    if (error.is(ErrorCode.CORRUPT)) {
      throw new SinkCorruptException(fault, null);
    }
    if (error.is(ErrorCode.REJECTED)) {
      throw new RecordRejectedException(fault, error.data().path("record_index").intValue(), null);
    }
  }

  /** The fault that the sink told, or else one of the server itself. */
  private static Fault fault(RpcError error, String operation, String address) {
    JsonNode data = error.data();
    return data.path("backend").isTextual()
        ? new Fault(
            data.path("backend").asText(),
            data.path("store").asText(),
            data.path("operation").asText(),
            data.path("detail").asText(),
            data.path("native_code").asText())
        : new Fault("rpc", address, operation, error.message(), Integer.toString(error.code()));
  }
}
