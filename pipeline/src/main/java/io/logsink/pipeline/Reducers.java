package io.logsink.pipeline;

import io.logsink.api.record.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes the records of one source fewer: repeats are merged, then the rate is limited, then
 * one of so many is kept. What has passed as the last of its repeats is not reduced further, for it
 * stands for others. Guarded by the flow's lock.
 */
final class Reducers {
  private final SourceRule rule;
  private final Admission admission;
  private final @Nullable Coalescer coalescer;
  private final TokenBucket bucket;
  private final TokenBucket urgentBucket;
  private final Tail tail;
  private long sampledCount;

  Reducers(SourceRule rule, Flow flow, Admission admission, PipelineClock clock) {
    this.rule = rule;
    this.admission = admission;
    this.coalescer = rule.coalesces() ? new Coalescer(rule, flow, admission, clock) : null;
    this.bucket = new TokenBucket(rule.rate(), clock);
    this.urgentBucket = new TokenBucket(rule.urgentRate(), clock);
    this.tail = new Tail(rule.tailRecordCount(), flow, admission);
  }

  /** Whether {@code item} goes on to the queue; else a reducer holds it, or it has its fate. */
  boolean pass(Item item, @Nullable LineKey key) {
    if (coalescer != null && key != null && coalescer.takes(item, key)) {
      return false;
    }
    tail.count();
    boolean urgent = item.record.severity().atLeast(Severity.WARN);
    Fate fate = reduce(urgent);
    if (fate != null) {
      tail.drop(item, fate);
    }
    return fate == null;
  }

  private @Nullable Fate reduce(boolean urgent) {
    if (!(urgent ? urgentBucket : bucket).take()) {
      return Fate.RATE_LIMITED;
    }
    return !urgent && sampledCount++ % rule.sampleOneOf() != 0 ? Fate.SAMPLED : null;
  }

  /** Lets go what is held for a time that is over. */
  void tick() {
    if (coalescer != null) {
      coalescer.tick();
    }
  }

  /** The source ended: lets go everything that is held, in the order in which it came. */
  void end() {
    List<Item> ended = new ArrayList<>();
    if (coalescer != null) {
      coalescer.end(ended);
    }
    tail.end(ended);
    ended.sort(Comparator.comparingLong(item -> item.arrival));
    ended.forEach(item -> admission.admit(item, Overflow.DROP_OLDEST));
  }
}
