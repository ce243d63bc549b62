package io.logsink.pipeline;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who gets into the queue, and who goes when there is no room: always the source that would have
 * most of it, in the measure that is full, bytes or records. That one has its share at least (the
 * whole by the number of sources), so a source under its share never loses a record to another.
 *
 * <p>Two eighths of the bound are set apart. One is for what reducers hold, when there are any, so
 * that a flood cannot take the last lines that they keep. The other is not for a source that blocks
 * and has most: it waits earlier, or the records of others would have to push out what was not to
 * be lost.
 *
 * <p>For who has the flow's lock.
 */
final class Admission {
  private static final int PART = 8;

  private final Flow flow;
  private final PipelineClock clock;
  private final long heldBytes;
  private final int heldCount;
  private final long queueBytes;
  private final int queueCount;
  private final long blockBytes;
  private final int blockCount;

  Admission(PipelineSettings settings, Flow flow, PipelineClock clock) {
    this.flow = flow;
    this.clock = clock;
    boolean reduces = settings.rules().stream().anyMatch(SourceRule::reduces);
    this.heldBytes = reduces ? settings.maxBytes() / PART : 0;
    this.heldCount = reduces ? settings.maxRecordCount() / PART : 0;
    this.queueBytes = settings.maxBytes() - heldBytes;
    this.queueCount = settings.maxRecordCount() - heldCount;
    this.blockBytes = queueBytes - settings.maxBytes() / PART;
    this.blockCount = queueCount - settings.maxRecordCount() / PART;
  }

  /** Queues {@code item} by the rule of its source, which may mean to wait, or loses it. */
  void admit(Item item) {
    Overflow overflow = item.account.rule.overflow();
    if (overflow == Overflow.BLOCK && !awaitRoom(item)) {
      flow.settle(item, Fate.OVERFLOWED);
    } else {
      admit(item, overflow);
    }
  }

  /** Queues {@code item}, or loses it; never waits. */
  void admit(Item item, Overflow overflow) {
    if (flow.isStopped()) {
      flow.settle(item, Fate.FAILED);
    } else if (makeRoom(item, overflow)) {
      flow.enqueue(item);
      signal();
    } else {
      flow.settle(item, Fate.OVERFLOWED);
    }
  }

  /** Wakes the drainer for the first item, which starts its delay, and when a batch is full. */
  private void signal() {
    if (flow.count(Place.QUEUED) == 1 || flow.isBatchFull()) {
      flow.arrived.signal();
    }
  }

  private boolean makeRoom(Item item, Overflow overflow) {
    while (isFull(item)) {
      Item victim = victim(item, overflow);
      if (victim == null) {
        return false;
      }
      flow.settle(victim, Fate.OVERFLOWED);
    }
    return true;
  }

  /** What has to go for {@code item}, or null when that is the item itself. */
  private @Nullable Item victim(Item item, Overflow overflow) {
    Account most = largerThan(item, isFullOfBytes(item.weight));
    if (most != null) {
      return most.rule.overflow() == Overflow.DROP_OLDEST ? most.own.oldest : most.own.newest;
    }
    OwnQueue own = item.account.own;
    boolean helps = !isFullOfBytes(item.weight - own.weight);
    return overflow == Overflow.DROP_OLDEST && helps ? own.oldest : null;
  }

  /** The source that has more in the queue than that of {@code item} would have, or null. */
  private @Nullable Account largerThan(Item item, boolean inBytes) {
    ToLongFunction<OwnQueue> size = inBytes ? own -> own.weight : own -> own.count;
    long whole = inBytes ? flow.weight(Place.QUEUED) : flow.count(Place.QUEUED);
    long own = size.applyAsLong(item.account.own);
    long wanted = own + (inBytes ? item.weight : 1);
    if (wanted >= whole - own) {
      return null; // so a flood sheds itself without a look at the others
    }
    Account most = flow.backlog().largest(size);
    return most != null && size.applyAsLong(most.own) > wanted ? most : null;
  }

  private boolean isFullOfBytes(long moreBytes) {
    return outBytes() + moreBytes > queueBytes;
  }

  private boolean isFullOfRecords() {
    return outCount() >= queueCount;
  }

  /** What is on its way out of the pipeline. */
  private long outBytes() {
    return flow.weight(Place.QUEUED) + flow.weight(Place.IN_HAND);
  }

  private int outCount() {
    return flow.count(Place.QUEUED) + flow.count(Place.IN_HAND);
  }

  /** Whether a reducer may hold {@code item}. */
  boolean canHold(Item item) {
    return flow.weight(Place.HELD) + item.weight <= heldBytes && flow.count(Place.HELD) < heldCount;
  }

  /** Waits for room; returns false when there is none in time, and nobody else to give way. */
  private boolean awaitRoom(Item item) {
    if (!mustWait(item)) {
      return true;
    }
    long start = clock.nanos();
    boolean room = awaitRoom(item, start + item.account.rule.blockTime().toNanos());
    item.account.blocked(clock.nanos() - start);
    flow.requireOpen();
    return room || largerThan(item, isNearlyFullOfBytes(item)) != null;
  }

  private boolean awaitRoom(Item item, long endNanos) {
    while (mustWait(item)) {
      long left = endNanos - clock.nanos();
      if (left <= 0 || flow.isClosing()) {
        return false;
      }
      try {
        clock.await(flow.freed, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Who has most waits early, who has not only when a source that waits itself would give way. */
  private boolean mustWait(Item item) {
    if (outCount() == 0 || flow.isStopped() || !isNearlyFull(item)) {
      return false;
    }
    Account most = largerThan(item, isNearlyFullOfBytes(item));
    return most == null || (most.rule.overflow() == Overflow.BLOCK && isFull(item));
  }

  private boolean isNearlyFull(Item item) {
    return isNearlyFullOfBytes(item) || outCount() >= blockCount;
  }

  private boolean isNearlyFullOfBytes(Item item) {
    return outBytes() + item.weight > blockBytes;
  }

  private boolean isFull(Item item) {
    return isFullOfBytes(item.weight) || isFullOfRecords();
  }
}
