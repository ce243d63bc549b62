package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * When windows roll and what is kept while the load runs.
 *
 * @param window when a new window begins
 * @param retention what is kept
 */
public record StoreLimits(Bound window, Bound retention) {
  /** As each backend is configured. */
  public static final StoreLimits UNCHANGED = new StoreLimits(Bound.UNCHANGED, Bound.UNCHANGED);

  /**
   * An age and a size. Zero leaves what the backend's settings say.
   *
   * @param maxAge the age
   * @param maxBytes the size
   */
  public record Bound(Duration maxAge, long maxBytes) {
    /** What the backend's settings say. */
    public static final Bound UNCHANGED = new Bound(Duration.ZERO, 0);

    /** Checks the values; the backend checks more. */
    public Bound {
      if (maxAge.isNegative()) {
        throw new InvalidSettingException("maxAge", maxAge, "0 or more");
      }
      if (maxBytes < 0) {
        throw new InvalidSettingException("maxBytes", maxBytes, "0 or more");
      }
    }
  }
}
