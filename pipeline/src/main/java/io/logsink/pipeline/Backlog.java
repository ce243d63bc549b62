package io.logsink.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The queue: all items in the order in which they got there, and for each source its own of them,
 * so that any end can be taken off. Guarded by the flow's lock.
 */
final class Backlog {
  private final List<Account> active = new ArrayList<>();
  private @Nullable Item oldest;
  private @Nullable Item newest;

  @Nullable Item oldest() {
    return oldest;
  }

  void add(Item item) {
    item.older = newest;
    if (newest == null) {
      oldest = item;
    } else {
      newest.newer = item;
    }
    newest = item;
    item.account.own.add(item);
    activate(item.account);
  }

  private void activate(Account account) {
    if (account.own.active < 0) {
      account.own.active = active.size();
      active.add(account);
    }
  }

  void remove(Item item) {
    Item before = item.older;
    Item after = item.newer;
    if (before == null) {
      oldest = after;
    } else {
      before.newer = after;
    }
    if (after == null) {
      newest = before;
    } else {
      after.older = before;
    }
    item.older = null;
    item.newer = null;
    item.account.own.remove(item);
    deactivate(item.account);
  }

  /** The last of the list takes the place that becomes free. */
  private void deactivate(Account account) {
    if (account.own.count == 0) {
      Account last = active.removeLast();
      if (last != account) {
        active.set(account.own.active, last);
        last.own.active = account.own.active;
      }
      account.own.active = -1;
    }
  }

  /** The source with most in the queue, or null when the queue is empty. */
  @Nullable Account largest(ToLongFunction<OwnQueue> size) {
    Account largest = null;
    long most = 0;
    for (Account account : active) {
      long own = size.applyAsLong(account.own);
      if (own > most) {
        largest = account;
        most = own;
      }
    }
    return largest;
  }
}
