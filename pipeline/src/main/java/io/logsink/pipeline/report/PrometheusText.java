package io.logsink.pipeline.report;

import io.logsink.api.record.Source;
import io.logsink.pipeline.Distribution;
import io.logsink.pipeline.MovingRate;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.PipelineStats.SinkState;
import io.logsink.pipeline.SourceRates;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The statistics as Prometheus metrics, in its text format 0.0.4. Every metric has the label {@code
 * sink}, those of accounts {@code source} as well, so there are 38 series for each source that has
 * an account; of these there are at most {@code maxSourceCount} and the pipeline's own two.
 */
public final class PrometheusText {
  /** The media type of the text, which is in UTF-8. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String COUNTER = "counter";
  private static final String GAUGE = "gauge";

  private final SortedMap<String, PipelineStats> sinks;
  private final MetricText text = new MetricText();

  private PrometheusText(SortedMap<String, PipelineStats> sinks) {
    this.sinks = sinks;
  }

  /** The metrics of the pipelines of a process, by the names of their sinks. */
  public static String of(SortedMap<String, PipelineStats> sinks) {
    PrometheusText metrics = new PrometheusText(sinks);
    metrics.accounts();
    metrics.rates();
    metrics.depth();
    metrics.health();
    metrics.limits();
    return metrics.text.toString();
  }

  private void accounts() {
    tally(COUNTER, "emitted", "_total", "that producers handed over", SourceStats::emitted);
    tally(COUNTER, "stored", "_total", "that the sink acknowledged", SourceStats::stored);
    dropped("logsink_dropped_records_total", "Records that were dropped", Tally::recordCount);
    dropped("logsink_dropped_bytes_total", "Body bytes that were dropped", Tally::bodyBytes);
    tally(GAUGE, "in_flight", "", "that have no fate yet", SourceStats::inFlight);
    account(
        "logsink_blocked_total",
        COUNTER,
        "How often a producer waited for room.",
        SourceStats::blockedCount);
    account(
        "logsink_blocked_seconds_total",
        COUNTER,
        "How long producers waited for room.",
        stats -> Units.seconds(stats.blockedTime()));
  }

  private void tally(
      String type, String what, String suffix, String help, Function<SourceStats, Tally> tally) {
    String name = "logsink_" + what;
    account(
        name + "_records" + suffix,
        type,
        "Records " + help + ".",
        stats -> tally.apply(stats).recordCount());
    account(
        name + "_bytes" + suffix,
        type,
        "Body bytes of records " + help + ".",
        stats -> tally.apply(stats).bodyBytes());
  }

  private void account(String name, String type, String help, ToDoubleFunction<SourceStats> value) {
    text.family(name, type, help);
    sinks.forEach((sink, stats) ->
        stats
            .sources()
            .forEach(
                (source, account) -> sample(name, sink, source, value.applyAsDouble(account))));
  }

  private void sample(String name, String sink, Source source, double value) {
    text.sample(name, value, "sink", sink, "source", source.name());
  }

  private void dropped(String name, String help, ToDoubleFunction<Tally> value) {
    text.family(name, COUNTER, help + ", by reason.");
    sinks.forEach((sink, stats) ->
        stats.sources().forEach((source, account) -> dropped(name, sink, source, account, value)));
  }

  private void dropped(
      String name, String sink, Source source, SourceStats account, ToDoubleFunction<Tally> value) {
    account
        .fates()
        .forEach((fate, tally) -> {
          if (fate.isLoss()) {
            String[] labels = {"sink", sink, "source", source.name(), "reason", fate.word()};
            text.sample(name, value.applyAsDouble(tally), labels);
          }
        });
  }

  private void rates() {
    rate("emitted_records", "Records emitted", rates -> rates.emitted().records());
    rate("emitted_bytes", "Body bytes emitted", rates -> rates.emitted().bodyBytes());
    rate("stored_records", "Records stored", rates -> rates.stored().records());
    rate("stored_bytes", "Body bytes stored", rates -> rates.stored().bodyBytes());
    rate("dropped_records", "Records dropped", rates -> rates.lost().records());
    rate("dropped_bytes", "Body bytes dropped", rates -> rates.lost().bodyBytes());
  }

  private void rate(String what, String help, Function<SourceRates, MovingRate> rate) {
    String name = "logsink_" + what + "_per_second";
    text.family(name, GAUGE, help + " a second, as an exponentially weighted mean.");
    sinks.forEach((sink, stats) ->
        stats.rates().forEach((source, rates) -> rate(name, sink, source, rate.apply(rates))));
  }

  private void rate(String name, String sink, Source source, MovingRate rate) {
    window(name, sink, source, "1m", rate.oneMinute());
    window(name, sink, source, "5m", rate.fiveMinutes());
    window(name, sink, source, "15m", rate.fifteenMinutes());
  }

  private void window(String name, String sink, Source source, String window, double value) {
    text.sample(name, value, "sink", sink, "source", source.name(), "window", window);
  }

  private void depth() {
    gauge("queued_records", "Records in the queue.", stats -> stats.depth().queuedCount());
    gauge("in_hand_records", "Records handed to the sink.", stats -> stats.depth().inHandCount());
    gauge("held_records", "Records held by reducers.", stats -> stats.depth().heldCount());
    gauge("weight_bytes", "What all records weigh.", stats -> stats.depth().weightBytes());
    gauge(
        "oldest_seconds",
        "How long the oldest record in the queue has waited.",
        stats -> Units.seconds(stats.depth().oldestAge()));
  }

  private void gauge(String name, String help, ToDoubleFunction<PipelineStats> value) {
    pipeline(name, GAUGE, help, value);
  }

  private void pipeline(
      String name, String type, String help, ToDoubleFunction<PipelineStats> value) {
    String full = "logsink_" + name;
    text.family(full, type, help);
    sinks.forEach((sink, stats) -> text.sample(full, value.applyAsDouble(stats), "sink", sink));
  }

  private void health() {
    state();
    pipeline("retries_total", COUNTER, "Appends tried again.", stats -> stats.sink().retryCount());
    pipeline("syncs_total", COUNTER, "Syncs done.", stats -> stats.sink().syncCount());
    summary("batch_records", "Records of a batch.", 1, stats -> stats.sink().batchRecordCount());
    summary(
        "append_seconds",
        "How long an append took.",
        Units.NANOS_PER_SECOND,
        stats -> stats.sink().appendNanos());
  }

  private void state() {
    text.family("logsink_state", GAUGE, "1 for the state in which the sink is, 0 for others.");
    sinks.forEach((sink, stats) -> {
      for (SinkState state : SinkState.values()) {
        String word = state.name().toLowerCase(Locale.ROOT);
        int value = state == stats.sink().state() ? 1 : 0;
        text.sample("logsink_state", value, "sink", sink, "state", word);
      }
    });
  }

  private void summary(
      String what, String help, double unit, Function<PipelineStats, Distribution> values) {
    String name = "logsink_" + what;
    text.family(name, "summary", help);
    sinks.forEach((sink, stats) -> summary(name, sink, unit, values.apply(stats)));
    gauge(what + "_max", "The most of: " + help, stats -> values.apply(stats).max() / unit);
  }

  private void summary(String name, String sink, double unit, Distribution values) {
    text.sample(name, values.p50() / unit, "sink", sink, "quantile", "0.5");
    text.sample(name, values.p90() / unit, "sink", sink, "quantile", "0.9");
    text.sample(name, values.p99() / unit, "sink", sink, "quantile", "0.99");
    text.sample(name + "_sum", values.mean() * values.count() / unit, "sink", sink);
    text.sample(name + "_count", (double) values.count(), "sink", sink);
  }

  private void limits() {
    gauge("max_bytes", "The bound in bytes.", stats -> stats.settings().maxBytes());
    gauge("max_records", "The bound in records.", stats -> stats.settings().maxRecordCount());
    gauge("max_sources", "The most accounts.", stats -> stats.settings().maxSourceCount());
    gauge("max_record_bytes", "The longest body.", PipelineStats::maxRecordBytes);
    gauge(
        "batch_max_records",
        "The most records of a batch.",
        stats -> stats.settings().batch().maxRecordCount());
    gauge(
        "batch_max_bytes",
        "The most weight of a batch.",
        stats -> stats.settings().batch().maxBytes());
    gauge(
        "batch_max_delay_seconds",
        "The longest wait of a record for others.",
        stats -> Units.seconds(stats.settings().batch().maxDelay()));
  }
}
