package io.logsink.bench.decide.evidence;

import io.logsink.bench.Promise;
import io.logsink.bench.capacity.Capacity.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one run found for one store.
 *
 * @param runId which run
 * @param label what the store was called in it
 * @param withReaders whether readers asked meanwhile
 * @param outcome how much is known
 * @param rate the highest rate that held, in records a second; 0 when none did
 * @param sentence the whole in one sentence
 * @param visibleLimit 99 of 100 records had to be visible within that time
 * @param held the load at that rate, when there is one
 */
public record MeasuredStore(
    String runId,
    String label,
    boolean withReaders,
    Outcome outcome,
    double rate,
    String sentence,
    Duration visibleLimit,
    Optional<Held> held) {
  /**
   * A load that held.
   *
   * @param meanBytes the mean length of the bodies
   * @param visibleP99 99 of 100 records were visible within that time
   * @param promise what a record survives
   * @param settings what the store was opened with
   * @param diskPerByte bytes on disk for each byte of bodies, as far as that can be told
   */
  public record Held(
      double meanBytes,
      Duration visibleP99,
      Promise promise,
      Map<String, String> settings,
      OptionalDouble diskPerByte) {
    /** Copies the map. */
    public Held {
      settings = Map.copyOf(settings);
    }
  }

  /** Whether it says something about records that have to be visible within {@code limit}. */
  public boolean keepsTo(Duration limit) {
    return visibleLimit.compareTo(limit) <= 0
        || held.filter(load -> load.visibleP99().compareTo(limit) <= 0).isPresent();
  }
}
