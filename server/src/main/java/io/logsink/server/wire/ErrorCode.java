package io.logsink.server.wire;

/** What went wrong, as a number: those of JSON-RPC 2.0, and from -32000 on our own. */
public enum ErrorCode {
  /** Not JSON. */
  PARSE(-32700),
  /** JSON, and not a request. */
  INVALID_REQUEST(-32600),
  /** No method is called that. */
  NO_SUCH_METHOD(-32601),
  /** A parameter is not what it must be. */
  INVALID_PARAMS(-32602),
  /** Our fault. */
  INTERNAL(-32603),
  /** Too much is asked for at this moment. */
  BUSY(-32000),
  /** The request is longer than is taken. */
  TOO_LARGE(-32001),
  /** The server or its pipeline is being closed. */
  CLOSING(-32002),
  /** A sink cannot be used now. */
  UNAVAILABLE(-32010),
  /** A sink has no room. */
  FULL(-32011),
  /** A sink is damaged. */
  CORRUPT(-32012),
  /** A sink can never store a record. */
  REJECTED(-32013),
  /** A sink does not have the feature. */
  UNSUPPORTED(-32014);

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  /** The number. */
  public int number() {
    return number;
  }
}
