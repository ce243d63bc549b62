package io.logsink.server.rpc;

import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many in at a time; the others wait their turn, for a while. */
public final class Gate {
  private final Semaphore places;
  private final String what;
  private final int count;
  private final Duration patience;

  /**
   * A gate for {@code count}.
   *
   * @param what who goes through, in words
   * @param patience how long they wait
   */
  public Gate(String what, int count, Duration patience) {
    this.places = new Semaphore(count, true);
    this.what = what;
    this.count = count;
    this.patience = patience;
  }

  /**
   * Waits its turn.
   *
   * @throws RpcException when that took too long
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  public Pass enter() throws InterruptedException {
    if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new RpcException(
          RpcError.of(
              ErrorCode.BUSY,
              "%d %s are under way, which is the limit; try again later".formatted(count, what)));
    }
    return new Pass();
  }

  /** One that is in, until it leaves. For one thread. */
  public final class Pass implements AutoCloseable {
    private boolean inside = true;

    private Pass() {}

    /** Makes room for others; a second time does nothing. */
    void leave() {
      if (inside) {
        inside = false;
        places.release();
      }
    }

    @Override
    public void close() {
      leave();
    }
  }
}
