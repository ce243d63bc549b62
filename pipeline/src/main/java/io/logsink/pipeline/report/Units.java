package io.logsink.pipeline.report;

import io.logsink.pipeline.PipelineStats;
import java.time.Duration;

/** Everything is told in seconds, bytes, records and percent. */
final class Units {
  static final double SECONDS_PER_NANO = 1e-9;

  private Units() {}

  static double seconds(Duration duration) {
    return seconds(duration.toNanos());
  }

  static double seconds(long nanos) {
    return nanos / 1e9;
  }

  /** How much of the bound in bytes is taken. */
  static double weightPercent(PipelineStats stats) {
    return 100.0 * stats.depth().weightBytes() / stats.settings().maxBytes();
  }
}
