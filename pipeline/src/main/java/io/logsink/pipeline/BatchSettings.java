package io.logsink.pipeline;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.LogBatch;
import java.time.Duration;

/**
 * When records are handed to the sink: as soon as one of the three is reached.
 *
 * @param maxRecordCount the most records of a batch
 * @param maxBytes the most bytes of a batch, as the pipeline weighs them, unless it is one record
 * @param maxDelay the longest time a record waits for others, 0 to 1 min
 */
public record BatchSettings(int maxRecordCount, long maxBytes, Duration maxDelay) {
  /** 2,000 records, 1 MiB, 100 ms. */
  public static final BatchSettings DEFAULT =
      new BatchSettings(2_000, 1L << 20, Duration.ofMillis(100));

  /** Checks the numbers. */
  public BatchSettings {
    if (maxRecordCount < 1 || maxRecordCount > LogBatch.MAX_COUNT) {
      throw new InvalidSettingException(
          "maxRecordCount", maxRecordCount, "1 to " + LogBatch.MAX_COUNT);
    }
    if (maxBytes < 1 || maxBytes > LogBatch.MAX_BODY_BYTES) {
      throw new InvalidSettingException("maxBytes", maxBytes, "1 B to 64 MiB");
    }
    if (maxDelay.isNegative() || maxDelay.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new InvalidSettingException("maxDelay", maxDelay, "0 to 1 min");
    }
  }
}
