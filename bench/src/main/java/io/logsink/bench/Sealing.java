package io.logsink.bench;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Has the newest window sealed, which is the form that most of a log is kept in: upkeep is done as
 * of a time when that window is too old to be written to.
 */
final class Sealing {
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private Sealing() {}

  /** The time that it took; nothing when there are no windows, or none that could be sealed. */
  static Map<Metric, Double> of(LogSink sink, Record settings) throws LogSinkException {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    Optional<Duration> age = windowAge(settings);
    if (age.isPresent()) {
      Instant late = Instant.now().plus(age.get()).plus(MARGIN);
      long start = System.nanoTime();
      if (seal(sink, late)) {
        figures.put(Metric.SEAL, (double) (System.nanoTime() - start));
      }
    }
    return figures;
  }

  private static boolean seal(LogSink sink, Instant late) throws LogSinkException {
    int count = 0;
    boolean due = true;
    while (due) {
      MaintenanceReport report = sink.maintain(late);
      count += report.sealedWindowCount();
      due = report.moreDue();
    }
    return count > 0;
  }

  private static Optional<Duration> windowAge(Record settings) {
    return new SettingsRecord(settings)
        .value("window")
        .filter(Record.class::isInstance)
        .flatMap(window -> new SettingsRecord((Record) window).value("maxAge"))
        .filter(Duration.class::isInstance)
        .map(Duration.class::cast);
  }
}
