package io.logsink.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where every item is, and the one lock under which it changes places. An item is counted where it
 * comes in and where it leaves, in the same step, so the law holds whenever the lock is free. All
 * methods but those that take the lock are for who has the lock.
 */
final class Flow {
  private final ReentrantLock lock = new ReentrantLock();

  /** There may be something to do for the drainer. */
  final Condition arrived = lock.newCondition();

  /** Nothing more is to be appended. */
  final Condition ending = lock.newCondition();

  /** There may be room, and something may have got its fate. */
  final Condition freed = lock.newCondition();

  private final BatchSettings batch;
  private final PipelineClock clock;
  private final Backlog backlog = new Backlog();
  private final long[] weights = new long[Place.values().length];
  private final int[] counts = new int[Place.values().length];
  private long lastTicket;
  private long lastArrival;
  private long hurryTicket;
  private List<Item> hand = List.of();
  private boolean closing;
  private boolean ended;
  private @Nullable String stopReason;

  Flow(BatchSettings batch, PipelineClock clock) {
    this.batch = batch;
    this.clock = clock;
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Does {@code action} under the lock. */
  void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  Backlog backlog() {
    return backlog;
  }

  /** Gives {@code item} its turn. */
  Item arrive(Item item) {
    item.arrival = ++lastArrival;
    return item;
  }

  void hold(Item item) {
    move(item, Place.HELD);
  }

  void enqueue(Item item) {
    item.ticket = ++lastTicket;
    item.queuedNanos = clock.nanos();
    move(item, Place.QUEUED);
  }

  private void move(Item item, Place to) {
    leave(item);
    item.place = to;
    if (to == Place.QUEUED) {
      backlog.add(item);
    }
    item.account.at(to).add(item.record);
    weigh(to, item.weight, 1);
  }

  /** Ends the way of {@code item}. */
  void settle(Item item, Fate fate) {
    leave(item);
    item.place = Place.DONE;
    item.account.with(fate).add(item.record);
    if (fate.isLoss()) {
      note(item, fate);
    }
  }

  /** A loss record that is lost is made anew, and is no loss to tell of. */
  private static void note(Item item, Fate fate) {
    if (item.told == null) {
      item.account.note(fate, Loss.of(item.record));
    } else {
      item.told.account().note(item.told.fate(), item.told.loss());
    }
  }

  private void leave(Item item) {
    if (item.place == Place.NEW) {
      item.account.emitted().add(item.record);
      return;
    }
    if (item.place == Place.QUEUED) {
      backlog.remove(item);
    }
    item.account.at(item.place).subtract(item.record);
    weigh(item.place, -item.weight, -1);
    if (count(Place.IN_HAND) == 0) {
      hand = List.of(); // or a batch that was stored would stay in memory until the next one
    }
  }

  @SuppressWarnings("EnumOrdinal") // an index into arrays that never leave memory
  private void weigh(Place place, long weight, int count) {
    weights[place.ordinal()] += weight;
    counts[place.ordinal()] += count;
  }

  @SuppressWarnings("EnumOrdinal")
  long weight(Place place) {
    return weights[place.ordinal()];
  }

  @SuppressWarnings("EnumOrdinal")
  int count(Place place) {
    return counts[place.ordinal()];
  }

  /** What all that the pipeline answers for weighs. */
  long weight() {
    return weight(Place.HELD) + weight(Place.QUEUED) + weight(Place.IN_HAND);
  }

  int count() {
    return count(Place.HELD) + count(Place.QUEUED) + count(Place.IN_HAND);
  }

  /** Whether as much is queued as goes into one batch. */
  boolean isBatchFull() {
    return count(Place.QUEUED) >= batch.maxRecordCount()
        || weight(Place.QUEUED) >= batch.maxBytes();
  }

  /** How long until the drainer may take a batch; 0 when it may, negative when nothing is there. */
  long untilBatchNanos() {
    if (count(Place.QUEUED) == 0) {
      return -1;
    }
    return isBatchFull() || inHurry() ? 0 : Math.max(0, batch.maxDelay().toNanos() - waitedNanos());
  }

  /** Takes a batch off the queue: one item at least, when there is one. */
  List<Item> takeBatch() {
    List<Item> items = new ArrayList<>();
    long bytes = 0;
    for (Item item = backlog.oldest(); item != null; item = backlog.oldest()) {
      bytes += item.weight;
      if (items.size() == batch.maxRecordCount()
          || (!items.isEmpty() && bytes > batch.maxBytes())) {
        break;
      }
      move(item, Place.IN_HAND);
      items.add(item);
    }
    hand = List.copyOf(items);
    return items;
  }

  /** Hands what loss records on their way tell to {@code action}. */
  void forEachTold(Consumer<Item.Told> action) {
    for (Item item : hand) {
      tell(item, action);
    }
    for (Item item = backlog.oldest(); item != null; item = item.newer) {
      tell(item, action);
    }
  }

  private static void tell(Item item, Consumer<Item.Told> action) {
    if (item.told != null && item.place != Place.DONE) {
      action.accept(item.told);
    }
  }

  /** How long the oldest queued item has waited, or 0. */
  long waitedNanos() {
    Item oldest = backlog.oldest();
    return oldest == null ? 0 : clock.nanos() - oldest.queuedNanos;
  }

  /** No item with a ticket below this is queued or in hand. */
  long oldestTicket() {
    Item oldest = backlog.oldest();
    if (count(Place.IN_HAND) > 0) {
      return hand.getFirst().ticket;
    }
    return oldest == null ? Long.MAX_VALUE : oldest.ticket;
  }

  /** Lets what is queued now go without waiting for more; returns the last ticket of it. */
  long hurry() {
    hurryTicket = lastTicket;
    arrived.signalAll();
    return hurryTicket;
  }

  /** Whether the oldest item is not to wait for others. */
  private boolean inHurry() {
    return closing || oldestTicket() <= hurryTicket;
  }

  /** Refuses what comes once the pipeline is being closed. */
  void requireOpen() {
    if (closing) {
      throw new IllegalStateException(
          "the pipeline is closed; end the producers before you close it");
    }
  }

  boolean isClosing() {
    return closing;
  }

  void close() {
    closing = true;
    arrived.signalAll();
    freed.signalAll();
  }

  /** Whether nothing more is to be appended. */
  boolean isEnded() {
    return ended;
  }

  void end() {
    ended = true;
    ending.signalAll();
    arrived.signalAll();
    freed.signalAll();
  }

  /** Why nothing can be stored any more, or null while it can. */
  @Nullable String stopReason() {
    return stopReason;
  }

  boolean isStopped() {
    return stopReason != null;
  }

  /** The sink is broken: what is queued, and all that comes, has failed. */
  void stop(String reason) {
    stopReason = reason;
    failQueued();
    freed.signalAll();
  }

  /** Ends the way of what is in hand and has no fate yet. */
  void failInHand() {
    for (Item item : hand) {
      if (item.place == Place.IN_HAND) {
        settle(item, Fate.FAILED);
      }
    }
  }

  void failQueued() {
    for (Item item = backlog.oldest(); item != null; item = backlog.oldest()) {
      settle(item, Fate.FAILED);
    }
  }
}
