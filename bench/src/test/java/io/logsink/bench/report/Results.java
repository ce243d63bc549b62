package io.logsink.bench.report;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.bench.BenchPlan;
import io.logsink.bench.BenchResult;
import io.logsink.bench.Contender;
import io.logsink.bench.ContenderResult;
import io.logsink.bench.Figure;
import io.logsink.bench.Metric;
import io.logsink.bench.Question;
import io.logsink.bench.ReadBack;
import io.logsink.bench.floor.FloorBackend;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.lmdb.LmdbBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes results. */
final class Results {
  private static final LogRecord LINE =
      new LogRecord(
          0, 0, Severity.INFO, Source.of("pty:\"web\""), LogBody.of("a line"), Attributes.EMPTY);

  private Results() {}

  static BenchResult of(ContenderResult... members) {
    return new BenchResult(
        Instant.parse("2026-03-10T12:00:00Z"),
        Duration.ofSeconds(40),
        new MachineProfile(
            "Abacus 3",
            2,
            16_000_000_000L,
            "Linux 6 amd64",
            "ext4",
            4_200_000,
            "JVM 25",
            1L << 30,
            "abc123"),
        new Workload("file x.log", List.of(LINE, LINE), 0, true),
        new BenchPlan(Path.of("x"), 3, 1_000, Duration.ofSeconds(50), true),
        2,
        12,
        List.of(new Question(Metric.WORD_RARE, "line", LogFilter.words("line"), 2, List.of(LINE))),
        List.of(members),
        Map.of());
  }

  static BenchResult failed(String label, String message) {
    BenchResult result = of();
    return new BenchResult(
        result.start(),
        result.took(),
        result.machine(),
        result.workload(),
        result.plan(),
        result.roundCount(),
        result.roundBytes(),
        result.questions(),
        List.of(),
        Map.of(label, message));
  }

  /** One that survives a crash of the process, with these records a second. */
  static ContenderResult crashSafe(String label, double... perSecond) {
    return member(
        new Contender(label, new LmdbBackend(), new LmdbBackend().defaultSettings()),
        Durability.PROCESS_CRASH,
        perSecond);
  }

  /** One that survives nothing. */
  static ContenderResult fleeting(String label, double... perSecond) {
    return member(
        new Contender(label, new LmdbBackend(), new LmdbBackend().defaultSettings()),
        Durability.VOLATILE,
        perSecond);
  }

  static ContenderResult floor(double... perSecond) {
    FloorBackend noop = FloorBackend.noop();
    return member(
        new Contender("noop", noop, noop.defaultSettings()), Durability.VOLATILE, perSecond);
  }

  private static ContenderResult member(
      Contender contender, Durability durability, double... perSecond) {
    return new ContenderResult(
        contender,
        Capabilities.least().withDurability(durability, durability),
        Map.of("flush", "SYNC"),
        Map.of("map_size", "1"),
        new ReadBack(2, 2, 0),
        Map.of(Metric.APPEND_RECORDS, new Figure(Arrays.stream(perSecond).boxed().toList())));
  }
}
