package io.logsink.bench.page;

import io.logsink.bench.host.HostLoad;
import io.logsink.bench.load.Latency;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.Moment;
import io.logsink.bench.load.ReaderResult;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.report.Digits;
import io.logsink.bench.report.LoadReport;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A load for people. */
public final class LoadPage {
  private static final int MOST_MOMENTS = 30;
  private static final double MEGA = 1e6;

  private final LoadResult result;
  private final MachineProfile machine;
  private final Optional<HostLoad> host;
  private final String command;

  private LoadPage(
      LoadResult result, MachineProfile machine, Optional<HostLoad> host, String command) {
    this.result = result;
    this.machine = machine;
    this.host = host;
    this.command = command;
  }

  /**
   * The page of one load.
   *
   * @param machine what it ran on
   * @param host what else ran there; empty when that cannot be known
   * @param command the command line that makes it again
   */
  public static Page of(
      LoadResult result, MachineProfile machine, Optional<HostLoad> host, String command) {
    return new LoadPage(result, machine, host, command).page();
  }

  private Page page() {
    return new Page(
        "Load on " + result.label(),
        new LoadReport(result, machine, command).id(),
        command,
        verdict(),
        List.of(
            Section.of("How long it took, in ms", latencies()).onTerminal(),
            Section.of("What became of the records", fates()).onTerminal(),
            Section.of("Readers, in ms", readers()).onTerminal(),
            Section.of("Over time", timeline()),
            Section.of("The store", store()),
            Section.of("The machine", MachineLines.of(machine)),
            Section.of("What else ran", HostLines.of(Optional.empty(), host))));
  }

  private List<String> verdict() {
    List<String> sentences = new ArrayList<>(new LoadVerdict(result).sentences());
    HostLines.warning(host, machine.coreCount()).ifPresent(sentences::add);
    return sentences;
  }

  private Grid latencies() {
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
    return new Grid(List.of("", "count", "p50", "p90", "p99", "p99.9", "max"), rows);
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

  private Grid fates() {
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
    return new Grid(List.of("source", "sent", "stored", "lost", "why", "visible p99"), rows);
  }

  private Grid readers() {
    List<List<String>> rows = new ArrayList<>();
    result.readers().forEach((name, reader) -> rows.add(reader(name, reader)));
    return new Grid(
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
  private Grid timeline() {
    List<Moment> all = result.timeline();
    int step = Math.max(1, Math.ceilDiv(all.size(), MOST_MOMENTS));
    List<List<String>> rows =
        IntStream.range(0, all.size())
            .filter(i -> i % step == 0 || i == all.size() - 1)
            .mapToObj(i -> moment(all.get(i)))
            .toList();
    return new Grid(
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

  private List<String> store() {
    List<String> lines = new ArrayList<>();
    lines.add(new Promise(result.promise().onAppend(), result.promise().onSync()).text());
    lines.add("settings: " + Words.settings(result.settings()));
    if (!result.engine().isEmpty()) {
      lines.add("the engine about itself: " + Words.settings(result.engine()));
    }
    lines.add("drained and closed in %s".formatted(Words.time(drain())));
    return lines;
  }

  private Duration drain() {
    return Duration.ofNanos(result.stretch().drainNanos());
  }
}
