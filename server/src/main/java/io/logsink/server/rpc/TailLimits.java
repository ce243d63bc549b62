package io.logsink.server.rpc;

import java.time.Duration;

/**
 * What tails may take.
 *
 * @param maxCount how many may wait at a time
 * @param maxWait how long one may wait
 */
public record TailLimits(int maxCount, Duration maxWait) {
  /** The longest request with a tail in it: its parameters stay in memory while it waits. */
  static final int MAX_REQUEST_BYTES = 64 << 10;
}
