package io.logsink.bench.compare;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.ForwardingSink;
import java.util.function.LongSupplier;

/**
 * A sink that takes longer for each append, and for each sync, by a share of what it took: a known
 * difference for a comparison to find.
 */
final class SlowedSink extends ForwardingSink {
  private final double share;
  private final LongSupplier clock;

  /**
   * Slows {@code sink} down.
   *
   * @param share 0.2 is 20 % longer
   * @param clock nanoseconds
   */
  SlowedSink(LogSink sink, double share, LongSupplier clock) {
    super(sink);
    this.share = share;
    this.clock = clock;
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    long start = clock.getAsLong();
    AppendReceipt receipt = super.append(batch);
    dawdle(start);
    return receipt;
  }

  @Override
  public void sync() throws LogSinkException {
    long start = clock.getAsLong();
    super.sync();
    dawdle(start);
  }

  /** Keeps the processor, as slower code would. */
  private void dawdle(long start) {
    long now = clock.getAsLong();
    long end = now + (long) (share * (now - start));
    while (clock.getAsLong() < end) {
      Thread.onSpinWait();
    }
  }
}
