package io.logsink.pipeline.report;

import io.logsink.pipeline.Distribution;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.MovingRate;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.PipelineStats.Depth;
import io.logsink.pipeline.PipelineStats.SinkHealth;
import io.logsink.pipeline.SourceRates;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import io.logsink.pipeline.TallyRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * The statistics as a tree that any JSON library writes as it is: of maps whose keys are in the
 * order of {@code docs/stats.md}, lists, strings, {@link Long}, {@link Integer} and finite {@link
 * Double}. The maps are the caller's to add to.
 */
public final class StatsTree {
  private StatsTree() {}

  /** The tree of the pipelines of a process, by the names of their sinks. */
  public static Map<String, Object> of(SortedMap<String, PipelineStats> sinks) {
    SourceStats all =
        sinks.values().stream()
            .map(PipelineStats::total)
            .reduce(SourceStats.ZERO, SourceStats::plus);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("emitted_total", all.emitted().recordCount());
    tree.put("stored_total", all.stored().recordCount());
    tree.put("dropped_total", all.lost().recordCount());
    tree.put("in_flight_records", all.inFlight().recordCount());
    List<Object> list = new ArrayList<>();
    sinks.forEach((name, stats) -> list.add(sink(name, stats)));
    tree.put("sinks", list);
    return tree;
  }

  /**
   * Each source with its account and the sink into which that goes. A source that goes into several
   * sinks, as the pipelines' own one does, is there for each.
   */
  public static List<Map<String, Object>> sources(SortedMap<String, PipelineStats> sinks) {
    List<Map<String, Object>> list = new ArrayList<>();
    sinks.forEach((name, stats) ->
        sources(stats)
            .forEach(source -> {
              source.put("sink", name);
              list.add(source);
            }));
    return list;
  }

  private static Map<String, Object> sink(String name, PipelineStats stats) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sink", name);
    tree.put("time", stats.time().toString());
    tree.put("depth", depth(stats));
    tree.put("health", health(stats.sink()));
    tree.put("total", account(stats.total(), stats.totalRates()));
    tree.put("sources", sources(stats));
    tree.put("limits", LimitsTree.of(stats));
    return tree;
  }

  private static Map<String, Object> depth(PipelineStats stats) {
    Depth depth = stats.depth();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("queued_records", depth.queuedCount());
    tree.put("in_hand_records", depth.inHandCount());
    tree.put("held_records", depth.heldCount());
    tree.put("weight_bytes", depth.weightBytes());
    tree.put("weight_percent", Units.weightPercent(stats));
    tree.put("oldest_seconds", Units.seconds(depth.oldestAge()));
    return tree;
  }

  private static Map<String, Object> health(SinkHealth sink) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("state", sink.state().name().toLowerCase(Locale.ROOT));
    if (sink.lastFault() != null) {
      tree.put("last_fault", sink.lastFault());
    }
    tree.put("retries_total", sink.retryCount());
    tree.put("syncs_total", sink.syncCount());
    tree.put("batch_records", spread(sink.batchRecordCount(), 1));
    tree.put("append_seconds", spread(sink.appendNanos(), Units.NANOS_PER_SECOND));
    return tree;
  }

  private static Map<String, Object> spread(Distribution values, double unit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("count", values.count());
    tree.put("mean", values.mean() / unit);
    tree.put("p50", values.p50() / unit);
    tree.put("p90", values.p90() / unit);
    tree.put("p99", values.p99() / unit);
    tree.put("max", values.max() / unit);
    return tree;
  }

  private static List<Map<String, Object>> sources(PipelineStats stats) {
    List<Map<String, Object>> list = new ArrayList<>();
    stats
        .sources()
        .forEach((source, account) -> {
          Map<String, Object> tree = new LinkedHashMap<>();
          tree.put("source", source.name());
          tree.putAll(account(account, stats.ratesOf(source)));
          list.add(tree);
        });
    return list;
  }

  private static Map<String, Object> account(SourceStats stats, SourceRates rates) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("emitted", tally(stats.emitted(), rates.emitted()));
    tree.put("stored", tally(stats.stored(), rates.stored()));
    tree.put("dropped", tally(stats.lost(), rates.lost()));
    tree.put("dropped_by_reason", reasons(stats));
    tree.put("in_flight", tally(stats.inFlight()));
    tree.put("blocked_total", stats.blockedCount());
    tree.put("blocked_seconds_total", Units.seconds(stats.blockedTime()));
    return tree;
  }

  private static Map<String, Object> reasons(SourceStats stats) {
    Map<String, Object> tree = new LinkedHashMap<>();
    stats
        .fates()
        .forEach((fate, tally) -> {
          if (fate.isLoss()) {
            tree.put(word(fate), tally(tally));
          }
        });
    return tree;
  }

  /** The word for a reason as a key. */
  static String word(Fate fate) {
    return fate.word().replace('-', '_');
  }

  private static Map<String, Object> tally(Tally tally, TallyRate rate) {
    Map<String, Object> tree = tally(tally);
    tree.put("records_per_second", rate(rate.records()));
    tree.put("bytes_per_second", rate(rate.bodyBytes()));
    return tree;
  }

  private static Map<String, Object> tally(Tally tally) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("records", tally.recordCount());
    tree.put("bytes", tally.bodyBytes());
    return tree;
  }

  private static Map<String, Object> rate(MovingRate rate) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("1m", rate.oneMinute());
    tree.put("5m", rate.fiveMinutes());
    tree.put("15m", rate.fifteenMinutes());
    return tree;
  }
}
