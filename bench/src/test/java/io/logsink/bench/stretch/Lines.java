package io.logsink.bench.stretch;

import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.util.List;
import java.util.stream.IntStream;

/** Makes records. */
public final class Lines {
  private Lines() {}

  /** So many different records of three sources; one of a hundred has the word {@code seldom}. */
  public static List<LogRecord> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            of(
                i % 5 == 0 ? "pty:db" : i % 7 == 0 ? "rpc" : "pty:web",
                "request %x took %d ms%s".formatted(i * 31, i % 90, i % 100 == 3 ? " seldom" : "")))
        .toList();
  }

  static LogRecord of(String source, String body) {
    return new LogRecord(
        1_000, 1_000, Severity.INFO, Source.of(source), LogBody.of(body), Attributes.EMPTY);
  }
}
