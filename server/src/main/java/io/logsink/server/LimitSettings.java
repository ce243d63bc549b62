package io.logsink.server;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * How much clients may ask for, and for how long they may keep the server waiting.
 *
 * @param maxRequestBytes the longest request, 1 KiB to 64 MiB
 * @param maxRequestCount how many requests are answered at a time, 4 to 1,000; others wait their
 *     turn. Half of them may be reads
 * @param maxConnectionCount how many connections each of the two listeners takes, 1 to 100,000;
 *     others wait until one is closed
 * @param maxTailCount how many tails may wait at a time, 1 to 10,000
 * @param maxTailWait the longest that a tail waits, 10 minutes or less
 * @param idleTime when a connection is closed on which no request has come, 10 ms to an hour
 * @param transferTime how long a request may take to arrive, an answer to be taken, and a request
 *     to wait its turn, 10 ms to an hour
 */
public record LimitSettings(
    long maxRequestBytes,
    int maxRequestCount,
    int maxConnectionCount,
    int maxTailCount,
    Duration maxTailWait,
    Duration idleTime,
    Duration transferTime) {
  private static final Duration LEAST_TIME = Duration.ofMillis(10);
  private static final Duration MOST_TIME = Duration.ofHours(1);
  private static final Duration MOST_TAIL_WAIT = Duration.ofMinutes(10);

  /**
   * Requests of 1 MiB, 8 at a time, 1,000 connections, 64 tails of 30 s; 30 s idle, 10 s moving.
   */
  public static final LimitSettings DEFAULT =
      new LimitSettings(
          1L << 20,
          8,
          1_000,
          64,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));

  /** Checks the numbers. */
  public LimitSettings {
    if (maxRequestBytes < 1 << 10 || maxRequestBytes > 64 << 20) {
      throw new InvalidSettingException("maxRequestBytes", maxRequestBytes, "1 KiB to 64 MiB");
    }
    requireCount("maxRequestCount", maxRequestCount, 4, 1_000);
    requireCount("maxConnectionCount", maxConnectionCount, 1, 100_000);
    requireCount("maxTailCount", maxTailCount, 1, 10_000);
    if (maxTailWait.isNegative() || maxTailWait.compareTo(MOST_TAIL_WAIT) > 0) {
      throw new InvalidSettingException("maxTailWait", maxTailWait, "0 to 10 minutes");
    }
    requireTime("idleTime", idleTime);
    requireTime("transferTime", transferTime);
  }

  private static void requireCount(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidSettingException(field, value, "%d to %d".formatted(least, most));
    }
  }

  private static void requireTime(String field, Duration value) {
    if (value.compareTo(LEAST_TIME) < 0 || value.compareTo(MOST_TIME) > 0) {
      throw new InvalidSettingException(field, value, "10 ms to 1 h");
    }
  }
}
