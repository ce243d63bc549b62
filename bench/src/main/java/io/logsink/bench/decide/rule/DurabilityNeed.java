package io.logsink.bench.decide.rule;

import io.logsink.api.Durability;
import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.SourceGlob;
import io.logsink.bench.Promise;

/**
 * What the records of some sources have to survive.
 *
 * @param sources the glob of the sources it is for
 * @param onAppend once they are appended
 * @param onSync once they are synced, which the pipeline does each second unless it is told
 *     otherwise
 */
public record DurabilityNeed(String sources, Durability onAppend, Durability onSync) {
  /** Nothing at all, of any source. */
  public static final DurabilityNeed DEFAULT =
      new DurabilityNeed("*", Durability.VOLATILE, Durability.VOLATILE);

  /** Checks the glob. */
  public DurabilityNeed {
    if (sources.isEmpty()) {
      throw new InvalidSettingException("sources", "\"\"", "a glob such as pty:*");
    }
  }

  SourceGlob glob() {
    return SourceGlob.of(sources);
  }

  /** What a store has to promise. */
  public Promise promise() {
    return new Promise(onAppend, onSync);
  }
}
