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
  record Held<T>(T value, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }

  /**
   * What {@code read} returns.
   *
   * @throws RpcException when there are too many, the question cannot be asked, or a sink is closed
   */
  <T> Held<T> hold(Read<T> read) throws LogSinkException, InterruptedException {
    Gate.Pass place = all.enter();
    boolean held = false;
    try {
      Gate.Pass turn = running.enter();
      Runnable release =
          () -> {
            turn.close();
            place.close();
          };
      Held<T> answer = guarded(read, turn, release);
      held = true;
      return answer;
    } finally {
      if (!held) {
        place.close();
      }
    }
  }

  private static <T> Held<T> guarded(Read<T> read, Gate.Pass turn, Runnable release)
      throws LogSinkException {
    boolean done = false;
    try {
      Held<T> answer = new Held<>(asked(read), release);
      done = true;
      return answer;
    } finally {
      if (!done) {
        turn.close();
      }
    }
  }

  /** Says what readers throw unchecked by contract as errors that name a cause. */
  private static <T> T asked(Read<T> read) throws LogSinkException {
    try {
      return read.read();
    } catch (IllegalArgumentException e) {
      throw new RpcException(RpcError.of(ErrorCode.INVALID_PARAMS, String.valueOf(e.getMessage())));
    } catch (IllegalStateException e) {
      throw new RpcException(RpcError.of(ErrorCode.CLOSING, String.valueOf(e.getMessage())));
    }
  }
}
