package io.logsink.server.rpc;

import io.logsink.api.LogSinkException;

/** What can be called. Safe from any number of threads. */
@FunctionalInterface
interface RpcMethod {
  /**
   * Does what is asked.
   *
   * @throws io.logsink.server.wire.RpcException when the answer is an error
   * @throws io.logsink.server.wire.InvalidFieldException when a parameter is not what it must be
   */
  Answer call(Call call) throws LogSinkException, InterruptedException;
}
