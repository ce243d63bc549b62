package io.logsink.pipeline.report;

import io.logsink.pipeline.BatchSettings;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.RetrySettings;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.TimerSettings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The part of the tree that says which settings are in force. */
final class LimitsTree {
  private LimitsTree() {}

  static Map<String, Object> of(PipelineStats stats) {
    PipelineSettings settings = stats.settings();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("max_bytes", settings.maxBytes());
    tree.put("max_records", settings.maxRecordCount());
    tree.put("max_sources", settings.maxSourceCount());
    tree.put("max_record_bytes", stats.maxRecordBytes());
    tree.putAll(batch(settings.batch()));
    tree.putAll(times(settings));
    tree.put("rules", settings.rules().stream().map(LimitsTree::rule).toList());
    return tree;
  }

  private static Map<String, Object> batch(BatchSettings batch) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("batch_max_records", batch.maxRecordCount());
    tree.put("batch_max_bytes", batch.maxBytes());
    tree.put("batch_max_delay_seconds", Units.seconds(batch.maxDelay()));
    return tree;
  }

  private static Map<String, Object> times(PipelineSettings settings) {
    RetrySettings retry = settings.retry();
    TimerSettings timers = settings.timers();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("retry_first_delay_seconds", Units.seconds(retry.firstDelay()));
    tree.put("retry_max_delay_seconds", Units.seconds(retry.maxDelay()));
    tree.put("sync_interval_seconds", Units.seconds(timers.syncInterval()));
    tree.put("maintain_interval_seconds", Units.seconds(timers.maintainInterval()));
    tree.put("loss_interval_seconds", Units.seconds(timers.lossInterval()));
    tree.put("save_interval_seconds", Units.seconds(timers.saveInterval()));
    tree.put("close_seconds", Units.seconds(settings.closeTime()));
    return tree;
  }

  private static Map<String, Object> rule(SourceRule rule) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sources", rule.sources());
    tree.put("overflow", rule.overflow().name().toLowerCase(Locale.ROOT));
    tree.put("block_seconds", Units.seconds(rule.blockTime()));
    tree.put("coalesce_window_seconds", Units.seconds(rule.coalesceWindow()));
    tree.put("coalesce_keys", rule.coalesceKeyCount());
    tree.put("rate", rate(rule.rate()));
    tree.put("urgent_rate", rate(rule.urgentRate()));
    tree.put("sample_one_of", rule.sampleOneOf());
    tree.put("tail_records", rule.tailRecordCount());
    return tree;
  }

  private static Map<String, Object> rate(RateLimit limit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("records_per_second", limit.perSecondCount());
    tree.put("burst_records", limit.burstCount());
    return tree;
  }
}
