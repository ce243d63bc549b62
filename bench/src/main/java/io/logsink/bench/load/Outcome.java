package io.logsink.bench.load;

import io.logsink.api.Capabilities;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.Source;
import io.logsink.bench.Promise;
import io.logsink.pipeline.PipelineStats;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what came of a load, when it is over. */
record Outcome(
    LoadRun run,
    Schedule schedule,
    Origin origin,
    Arrivals arrivals,
    MeasuredSink sink,
    PipelineStats stats) {
  private static final double NANOS = 1e9;

  LoadResult result(List<Sender> senders, List<ReaderRun> readers, Watch watch, long drainNanos)
      throws LogSinkException {
    Capabilities capabilities = sink.capabilities();
    boolean readable = run.contender().isReadable();
    IdCheck ids = new IdChecker(arrivals, origin, stats).check(sink, readable, schedule);
    return new LoadResult(
        run.contender().label(),
        run.plan(),
        Promise.of(capabilities),
        run.flatSettings(),
        sink.stats().engine(),
        sent(senders),
        together(track -> track.visible),
        arrivals.hasDurable() ? Optional.of(together(track -> track.durable)) : Optional.empty(),
        sink.latencies(),
        sources(),
        readers(readers),
        watch.stretch(stats, growthNanos(), drainNanos),
        watch.timeline(),
        stats,
        ids);
  }

  private SendResult sent(List<Sender> senders) {
    long count = senders.stream().mapToLong(Sender::sentCount).sum();
    long endNanos = senders.stream().mapToLong(Sender::endNanos).max().orElse(0);
    return new SendResult(
        schedule.count() * NANOS / schedule.endNanos(),
        schedule.count() * NANOS / Math.max(endNanos, schedule.endNanos()),
        count,
        senders.stream().mapToLong(Sender::sentBytes).sum(),
        senders.size(),
        sum(senders, Sender::accepted),
        sum(senders, Sender::lateness),
        sum(senders, Sender::failed),
        lastFailure(senders));
  }

  private static Latency sum(List<Sender> senders, Function<Sender, Stopwatch> stopwatch) {
    Stopwatch all = new Stopwatch();
    senders.forEach(sender -> all.addAll(stopwatch.apply(sender)));
    return all.latency();
  }

  private static @Nullable String lastFailure(List<Sender> senders) {
    for (Sender sender : senders) {
      if (sender.lastFailure() != null) {
        return sender.lastFailure();
      }
    }
    return null;
  }

  private Latency together(Function<Track, Stopwatch> stopwatch) {
    Stopwatch all = new Stopwatch();
    arrivals.tracks().forEach(track -> all.addAll(stopwatch.apply(track)));
    return all.latency();
  }

  private long growthNanos() {
    return together(track -> track.late).p50Nanos() - together(track -> track.early).p50Nanos();
  }

  private SortedMap<Source, SourceResult> sources() {
    SortedMap<Source, SourceResult> sources = new TreeMap<>();
    for (Track track : arrivals.tracks()) {
      long count = Objects.requireNonNull(schedule.sources().get(track.source)).count();
      sources.put(
          track.source, new SourceResult(count, stats.of(track.source), track.visible.latency()));
    }
    return sources;
  }

  /** Those that the sink cannot answer are there too, so that nobody takes them for fast. */
  private SortedMap<String, ReaderResult> readers(List<ReaderRun> readers) {
    SortedMap<String, ReaderResult> results = new TreeMap<>();
    run.plan()
        .workload()
        .readers()
        .forEach((name, plan) -> results.put(name, ReaderResult.notAble(plan)));
    readers.forEach(reader -> results.put(reader.name(), reader.result()));
    return results;
  }
}
