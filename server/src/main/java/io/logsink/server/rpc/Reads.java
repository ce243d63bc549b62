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
  private final Gate requests;
  private final Gate turns;

  Reads(int maxRequestCount, Duration patience) {
    int half = maxRequestCount / 2;
    this.requests = new Gate("reads", half + maxRequestCount / 4, Duration.ZERO);
    this.turns = new Gate("reads", half, patience);
  }

  /** Reads something. */
  @FunctionalInterface
  interface Read<T> {
    T read() throws LogSinkException;
  }

  /** What was read, and the turn that it takes until it is closed, for it is long. */
  record Held<T>(T value, Gate.Pass turn) implements AutoCloseable {
    @Override
    public void close() {
      turn.leave();
    }
  }

  /**
   * The answer of {@code read} for somebody who has a place among the requests.
   *
   * @throws RpcException when there are too many reads, the question cannot be asked, or a sink is
   *     closed
   */
  <T> Answer answer(Read<T> read, Answer.Form<T> form)
      throws LogSinkException, InterruptedException {
    Gate.Pass place = requests.enter();
    try {
      return Answer.of(hold(read), form, place);
    } catch (LogSinkException | RuntimeException | InterruptedException e) {
      place.leave();
      throw e;
    }
  }

  /** What {@code read} returns, for somebody whose waiting keeps no other request out. */
  <T> Held<T> hold(Read<T> read) throws LogSinkException, InterruptedException {
    Gate.Pass turn = turns.enter();
    try {
      return new Held<>(asked(read), turn);
    } catch (LogSinkException | RuntimeException e) {
      turn.leave();
      throw e;
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
