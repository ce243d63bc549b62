package io.logsink.pipeline;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.record.LogBatch;
import java.time.Instant;
import java.util.Random;

/** A sink that fails at random in every way in which a sink may. */
final class FaultySink extends FakeSink {
  volatile boolean faulty = true;

  private final Random random;
  private final int faultPercent;
  private final boolean corruptible;
  private volatile boolean full;

  FaultySink(FakeStore store, Random random) {
    super(store);
    this.random = new Random(random.nextLong());
    this.faultPercent = random.nextInt(40);
    this.corruptible = random.nextInt(4) == 0;
    this.rejects = record -> record.attributes().get(LawLife.REJECT) != null;
    this.beforeStoring = this::dawdle;
  }

  private void dawdle() {
    for (int i = faulty ? random.nextInt(5_000) : 0; i > 0; i--) {
      Thread.onSpinWait();
    }
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    if (faulty && random.nextInt(100) < faultPercent) {
      fail();
    }
    if (full) {
      throw full();
    }
    return super.append(batch);
  }

  private void fail() throws LogSinkException {
    int kind = random.nextInt(corruptible ? 10 : 8);
    if (kind < 5) {
      throw unavailable();
    }
    if (kind < 8) {
      full = true;
    } else if (kind < 9) {
      throw corrupt();
    } else {
      throw new IllegalStateException("a sink that breaks its contract");
    }
  }

  @Override
  public MaintenanceReport maintain(Instant now) throws LogSinkException {
    full = false;
    return super.maintain(now);
  }
}
