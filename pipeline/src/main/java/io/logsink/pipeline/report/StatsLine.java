package io.logsink.pipeline.report;

import io.logsink.api.record.Source;
import io.logsink.pipeline.Distribution;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.MovingRate;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.PipelineStats.Depth;
import io.logsink.pipeline.SourceRates;
import io.logsink.pipeline.SourceStats;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one pipeline as a line for people, which programs can read as well: {@code
 * key=value} with a space between, and a value in quotes when it is not one word. The keys stand in
 * {@code docs/stats.md}. Numbers that are not whole have four digits.
 */
public final class StatsLine {
  /** How many sources are named: those that emit most. */
  static final int TOP_COUNT = 3;

  private static final int MOST_FAULT_CHARS = 300;

  private final LineBuilder line = new LineBuilder();

  private StatsLine() {}

  /**
   * The line of the pipeline into {@code sink}.
   *
   * @param before the account of all sources when the line before was made; {@link
   *     SourceStats#ZERO} when there is none
   */
  public static String of(String sink, PipelineStats stats, SourceStats before) {
    StatsLine parts = new StatsLine();
    parts.line.put("time", stats.time().toString()).put("sink", sink);
    parts.depth(stats);
    parts.account(stats.total(), before);
    parts.rates(stats.totalRates());
    parts.sink(stats.sink());
    parts.limits(stats);
    parts.top(stats.rates());
    parts.fault(stats.sink().lastFault());
    return parts.line.toString();
  }

  private void depth(PipelineStats stats) {
    Depth depth = stats.depth();
    line.put("queued_records", depth.queuedCount())
        .put("in_hand_records", depth.inHandCount())
        .put("held_records", depth.heldCount())
        .put("weight_bytes", depth.weightBytes())
        .put("weight_percent", Units.weightPercent(stats))
        .put("oldest_seconds", Units.seconds(depth.oldestAge()));
  }

  private void account(SourceStats now, SourceStats before) {
    line.put("emitted_total", now.emitted().recordCount())
        .put("stored_total", now.stored().recordCount())
        .put("dropped", now.lost().recordCount() - before.lost().recordCount())
        .put("dropped_total", now.lost().recordCount());
    for (Fate fate : Fate.values()) {
      if (fate.isLoss() && now.with(fate).recordCount() > 0) {
        reason("dropped_" + StatsTree.word(fate), now, before, fate);
      }
    }
  }

  private void reason(String key, SourceStats now, SourceStats before, Fate fate) {
    long total = now.with(fate).recordCount();
    line.put(key, total - before.with(fate).recordCount()).put(key + "_total", total);
  }

  private void rates(SourceRates rates) {
    rate("emitted_per_second", rates.emitted().records());
    rate("stored_per_second", rates.stored().records());
    rate("dropped_per_second", rates.lost().records());
    rate("emitted_bytes_per_second", rates.emitted().bodyBytes());
    rate("stored_bytes_per_second", rates.stored().bodyBytes());
    rate("dropped_bytes_per_second", rates.lost().bodyBytes());
  }

  private void rate(String key, MovingRate rate) {
    line.put(key + "_1m", rate.oneMinute())
        .put(key + "_5m", rate.fiveMinutes())
        .put(key + "_15m", rate.fifteenMinutes());
  }

  private void sink(PipelineStats.SinkHealth sink) {
    Distribution nanos = sink.appendNanos();
    line.put("batch_records_p50", sink.batchRecordCount().p50())
        .put("batch_records_p99", sink.batchRecordCount().p99())
        .put("append_seconds_p50", Units.seconds(nanos.p50()))
        .put("append_seconds_p99", Units.seconds(nanos.p99()))
        .put("state", sink.state().name().toLowerCase(Locale.ROOT))
        .put("retries_total", sink.retryCount());
  }

  private void limits(PipelineStats stats) {
    PipelineSettings settings = stats.settings();
    line.put("max_bytes", settings.maxBytes())
        .put("max_records", settings.maxRecordCount())
        .put("max_sources", settings.maxSourceCount())
        .put("max_record_bytes", stats.maxRecordBytes())
        .put("batch_max_records", settings.batch().maxRecordCount())
        .put("batch_max_bytes", settings.batch().maxBytes())
        .put("batch_max_delay_seconds", Units.seconds(settings.batch().maxDelay()));
  }

  private void top(Map<Source, SourceRates> rates) {
    List<Map.Entry<Source, SourceRates>> top =
        rates.entrySet().stream()
            .filter(entry -> recent(entry.getValue()) > 0)
            .sorted(Comparator.comparingDouble(entry -> -recent(entry.getValue())))
            .limit(TOP_COUNT)
            .toList();
    for (int i = 0; i < top.size(); i++) {
      String key = "top" + (i + 1);
      line.put(key, top.get(i).getKey().name())
          .put(key + "_per_second_1m", recent(top.get(i).getValue()));
    }
  }

  private static double recent(SourceRates rates) {
    return rates.emitted().records().oneMinute();
  }

  private void fault(@Nullable String fault) {
    if (fault != null) {
      line.put("last_fault", fault.substring(0, Math.min(fault.length(), MOST_FAULT_CHARS)));
    }
  }
}
