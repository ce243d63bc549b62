package io.logsink.bench;

import io.logsink.api.record.Source;
import io.logsink.pipeline.Distribution;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.PipelineStats.Depth;
import io.logsink.pipeline.PipelineStats.SinkHealth;
import io.logsink.pipeline.PipelineStats.SinkState;
import io.logsink.pipeline.SourceStats;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes statistics of pipelines that never were. */
public final class PipelineSnapshots {
  private static final Distribution NOTHING = new Distribution(0, 0, 0, 0, 0, 0);

  private PipelineSnapshots() {}

  /** With these accounts and a sink in that state. */
  public static PipelineStats of(
      Instant time, SortedMap<Source, SourceStats> sources, SinkState state) {
    return new PipelineStats(
        time,
        sources,
        new TreeMap<>(),
        new Depth(0, 0, 0, 0, Duration.ZERO),
        new SinkHealth(state, "disk on fire", 0, 0, NOTHING, NOTHING),
        PipelineSettings.DEFAULT,
        1 << 20);
  }
}
