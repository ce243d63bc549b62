package io.logsink.server.wire;

/** Ends a call with an error as its answer. */
public final class RpcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RpcError error;

  /** With the answer. */
  public RpcException(RpcError error) {
    super(error.message());
    this.error = error;
  }

  /** The answer. */
  public RpcError error() {
    return error;
  }
}
