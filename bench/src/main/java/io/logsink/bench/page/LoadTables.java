package io.logsink.bench.page;

import io.logsink.bench.document.Table;
import io.logsink.bench.load.Latency;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.Moment;
import io.logsink.bench.load.ReaderResult;
import io.logsink.bench.report.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The tables of a load. */
record LoadTables(LoadResult result) {
  private static final int MOST_MOMENTS = 30;
  private static final double MEGA = 1e6;

  Table latencies() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(latency("accepted", result.sent().accepted()));
    rows.add(latency("visible", result.visible()));
    result.durable().ifPresent(durable -> rows.add(latency("durable", durable)));
    rows.add(latency("lateness of the producers", result.sent().lateness()));
    rows.add(latency("append of a batch", result.calls().appends()));
    rows.add(latency("failed append", result.calls().failedAppends()));
    rows.add(latency("sync", result.calls().syncs()));
    rows.add(latency("failed sync", result.calls().failedSyncs()));
    rows.removeIf(List::isEmpty);
    return new Table(List.of("", "count", "p50", "p90", "p99", "p99.9", "max"), rows);
  }

  /** Nothing for what never happened. */
  private static List<String> latency(String what, Latency latency) {
    return latency.count() == 0
        ? List.of()
        : List.of(
            what,
            Digits.whole(latency.count()),
            Words.millis(latency.p50Nanos()),
            Words.millis(latency.p90Nanos()),
            Words.millis(latency.p99Nanos()),
            Words.millis(latency.p999Nanos()),
            Words.millis(latency.maxNanos()));
  }

  Table fates() {
    List<List<String>> rows = new ArrayList<>();
    result
        .sources()
        .forEach((source, member) ->
            rows.add(
                List.of(
                    source.name(),
                    Digits.whole(member.sentCount()),
                    Digits.whole(member.stats().stored().recordCount()),
                    Digits.whole(member.stats().lost().recordCount()),
                    LoadVerdict.losses(member.stats()),
                    Words.p99(member.visible()))));
    return new Table(List.of("source", "sent", "stored", "lost", "why", "visible p99"), rows);
  }

  Table readers() {
    List<List<String>> rows = new ArrayList<>();
    result.readers().forEach((name, reader) -> rows.add(reader(name, reader)));
    return new Table(
        List.of("reader", "asks", "asked", "missed", "failed", "p50", "p99", "max"), rows);
  }

  private static List<String> reader(String name, ReaderResult reader) {
    return List.of(
        name,
        reader.plan().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        reader.able() ? Digits.whole(reader.askedCount()) : "cannot be asked",
        Digits.whole(reader.missedCount()),
        Digits.whole(reader.failed().count()),
        Words.millis(reader.answered().p50Nanos()),
        Words.millis(reader.answered().p99Nanos()),
        Words.millis(reader.answered().maxNanos()));
  }

  /** Not more of them than somebody reads. */
  Table timeline() {
    List<Moment> all = result.timeline();
    int step = Math.max(1, Math.ceilDiv(all.size(), MOST_MOMENTS));
    List<List<String>> rows =
        IntStream.range(0, all.size())
            .filter(i -> i % step == 0 || i == all.size() - 1)
            .mapToObj(i -> moment(all.get(i)))
            .toList();
    return new Table(
        List.of("after", "emitted", "stored", "lost", "in flight", "of the bound, MB", "store, MB"),
        rows);
  }

  private static List<String> moment(Moment moment) {
    return List.of(
        String.format(Locale.ROOT, "%.1f s", moment.elapsed().toMillis() / 1e3),
        Digits.whole(moment.emittedCount()),
        Digits.whole(moment.storedCount()),
        Digits.whole(moment.lostCount()),
        Digits.whole(moment.inFlightCount()),
        Digits.three(moment.weightBytes() / MEGA),
        Digits.three(moment.storeBytes() / MEGA));
  }
}
