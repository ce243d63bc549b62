package io.logsink.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Merges the repeats of one source's lines. The first passes; those that follow within the window
 * are merged into the last of them, which passes when the window ends, with their count. A line
 * that the cache has no room for passes as it is. Guarded by the flow's lock.
 */
final class Coalescer {
  private final Flow flow;
  private final Admission admission;
  private final Cache<LineKey, Repeats> windows;

  /** Where the last lines of ending windows go. */
  private Consumer<Item> released;

  Coalescer(SourceRule rule, Flow flow, Admission admission, PipelineClock clock) {
    this.flow = flow;
    this.admission = admission;
    this.released = this::admit;
    this.windows =
        Caffeine.newBuilder()
            .maximumSize(rule.coalesceKeyCount())
            .expireAfterWrite(rule.coalesceWindow())
            .ticker(clock::nanos)
            .executor(Runnable::run)
            .removalListener(
                (@Nullable LineKey _, @Nullable Repeats repeats, RemovalCause _) -> close(repeats))
            .build();
  }

  private void admit(Item item) {
    admission.admit(item, Overflow.DROP_OLDEST);
  }

  private void close(@Nullable Repeats repeats) {
    Item last = repeats == null ? null : repeats.end();
    if (last != null) {
      released.accept(last);
    }
  }

  /** Takes {@code item} when it is a repeat; returns whether it did. */
  boolean takes(Item item, LineKey key) {
    Repeats repeats = windows.getIfPresent(key);
    if (repeats == null) {
      windows.put(key, new Repeats(item.record));
      return false;
    }
    item.weight += Repeats.WEIGHT;
    Item before = repeats.merge();
    if (before != null) {
      flow.settle(before, Fate.COALESCED);
    }
    if (admission.canHold(item)) {
      flow.hold(item);
      repeats.setLast(item);
      return true;
    }
    repeats.annotate(item);
    windows.invalidate(key);
    return false;
  }

  /** Ends the windows whose time is over. */
  void tick() {
    windows.cleanUp();
  }

  /** Ends all windows; their last lines go to {@code ended}. */
  void end(List<Item> ended) {
    released = ended::add;
    windows.invalidateAll();
    windows.cleanUp();
    released = this::admit;
  }
}
