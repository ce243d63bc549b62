package io.logsink.server.rpc;

import io.logsink.api.LogSinkException;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import java.time.Duration;

/**
 * Bounds the reads, which may take long and much memory: half of all requests may read at a time,
 * and a quarter may wait to, so that there is always room for those who insert.
 */
final class Reads {
  private final Gate all;
  private final Gate running;

  Reads(int maxRequestCount, Duration patience) {
    int half = maxRequestCount / 2;
    this.all = new Gate("reads", half + maxRequestCount / 4, Duration.ZERO);
    this.running = new Gate("reads", half, patience);
  }

  /** Reads something. */
  @FunctionalInterface
  interface Read<T> {
    T read() throws LogSinkException;
  }

  /** What was read, and the room that it takes until it is closed. */
  record Held<T>(T value, Gate.Pass... passes) implements AutoCloseable {
    @Override
    public void close() {
      for (Gate.Pass pass : passes) {
        pass.close();
      }
    }
  }

  /**
   * What {@code read} returns.
   *
   * @throws RpcException when there are too many, the question cannot be asked, or a sink is closed
   */
  <T> Held<T> hold(Read<T> read) throws LogSinkException, InterruptedException {
    Gate.Pass outer = all.enter();
    try {
      Gate.Pass inner = running.enter();
      return guarded(inner, outer, read);
    } catch (RpcException e) {
      outer.close();
      throw e;
    }
  }
}
