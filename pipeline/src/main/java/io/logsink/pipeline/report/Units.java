package io.logsink.pipeline.report;

import io.logsink.pipeline.PipelineStats;
import java.time.Duration;

/** Everything is told in seconds, bytes, records and percent. */
final class Units {
  static final double NANOS_PER_SECOND = 1e9;

  private Units() {}

  static double seconds(Duration duration) {
    return duration.toSeconds() + duration.toNanosPart() / NANOS_PER_SECOND;
  }

  static double seconds(long nanos) {
    return nanos / NANOS_PER_SECOND;
  }

  /** How much of the bound in bytes is taken. */
  static double weightPercent(PipelineStats stats) {
    return 100.0 * stats.depth().weightBytes() / stats.settings().maxBytes();
  }
}
