package io.logsink.pipeline;

import org.jspecify.annotations.Nullable;

/** The part of the queue that is one source's. Guarded by the flow's lock. */
final class OwnQueue {
  @Nullable Item oldest;
  @Nullable Item newest;
  int count;
  long weight;

  /** Its place among the sources that have something queued, or -1. */
  int active = -1;

  void add(Item item) {
    item.olderOwn = newest;
    if (newest == null) {
      oldest = item;
    } else {
      newest.newerOwn = item;
    }
    newest = item;
    count++;
    weight += item.weight;
  }

  void remove(Item item) {
    Item before = item.olderOwn;
    Item after = item.newerOwn;
    if (before == null) {
      oldest = after;
    } else {
      before.newerOwn = after;
    }
    if (after == null) {
      newest = before;
    } else {
      after.olderOwn = before;
    }
    item.olderOwn = null;
    item.newerOwn = null;
    count--;
    weight -= item.weight;
  }
}
