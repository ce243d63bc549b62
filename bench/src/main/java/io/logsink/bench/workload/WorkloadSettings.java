package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * What a workload says besides who takes part.
 *
 * @param description what it stands for, for people
 * @param warmUp how long it runs before anything is measured, 0 to 1 h
 * @param duration how long it is measured then, 100 ms to 1 day
 * @param store limits of the store
 */
public record WorkloadSettings(
    String description, Duration warmUp, Duration duration, StoreLimits store) {
  private static final Duration SHORTEST = Duration.ofMillis(100);

  /** A minute after a warm-up of five seconds. */
  public static final WorkloadSettings DEFAULT =
      new WorkloadSettings("", Duration.ofSeconds(5), Duration.ofMinutes(1), StoreLimits.UNCHANGED);

  /** Checks the times. */
  public WorkloadSettings {
    if (warmUp.isNegative() || warmUp.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSettingException("warmUp", warmUp, "0 to 1 h");
    }
    if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSettingException("duration", duration, "100 ms to 1 day");
    }
  }

  /** These with another description. */
  public WorkloadSettings withDescription(String other) {
    return new WorkloadSettings(other, warmUp, duration, store);
  }

  /** These with other times. */
  public WorkloadSettings withTimes(Duration otherWarmUp, Duration otherDuration) {
    return new WorkloadSettings(description, otherWarmUp, otherDuration, store);
  }

  /** These with other limits of the store. */
  public WorkloadSettings withStore(StoreLimits other) {
    return new WorkloadSettings(description, warmUp, duration, other);
  }
}
