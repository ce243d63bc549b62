package io.logsink.pipeline;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The end of a pipeline, and the shorter wait of which it is made. */
final class Closing {
  private final Flow flow;
  private final Intake intake;
  private final LossTeller teller;
  private final Drainer drainer;
  private final BatchWriter writer;
  private final CountersSaver saver;
  private final PipelineClock clock;
  private final Runnable stopTimers;

  Closing(
      Flow flow,
      Intake intake,
      LossTeller teller,
      Drainer drainer,
      BatchWriter writer,
      CountersSaver saver,
      PipelineClock clock,
      Runnable stopTimers) {
    this.flow = flow;
    this.intake = intake;
    this.teller = teller;
    this.drainer = drainer;
    this.writer = writer;
    this.saver = saver;
    this.clock = clock;
    this.stopTimers = stopTimers;
  }

  boolean drain(Duration timeout) throws InterruptedException {
    flow.lock();
    try {
      long last = flow.hurry();
      return await(() -> flow.oldestTicket() > last, clock.nanos() + timeout.toNanos());
    } finally {
      flow.unlock();
    }
  }

  private boolean await(BooleanSupplier condition, long untilNanos) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      long left = untilNanos - clock.nanos();
      if (left <= 0) {
        return false;
      }
      clock.await(flow.freed, left);
    }
    return true;
  }

  void close(Duration timeout) {
    flow.lock();
    try {
      if (flow.isClosing()) {
        return;
      }
      flow.close();
      intake.endAll();
      drainOut(clock.nanos() + timeout.toNanos());
      flow.failQueued();
    } finally {
      flow.unlock();
    }
    stopTimers.run();
    finish();
  }

  /** Losses are told twice: what was lost on the last way is told by a second one. */
  private void drainOut(long untilNanos) {
    try {
      for (int i = 0; i < 2; i++) {
        teller.tell();
        await(() -> flow.oldestTicket() == Long.MAX_VALUE, untilNanos);
      }
      flow.end();
      await(drainer::isDone, untilNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    flow.end();
  }

  /** What the sink is appending is saved as in flight, so that the next opening looks for it. */
  private void finish() {
    flow.locked(this::failWhatIsNotAppended);
    saver.saveLast();
    flow.locked(flow::failInHand);
  }

  private void failWhatIsNotAppended() {
    if (!writer.isAppending()) {
      flow.failInHand();
    }
  }
}
