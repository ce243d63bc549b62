package io.logsink.bench;

import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.util.ArrayList;
import java.util.List;

/** Makes records. */
final class Records {
  private Records() {}

  static LogRecord of(String source, String body) {
    return new LogRecord(
        1_000, 1_000, Severity.INFO, Source.of(source), LogBody.of(body), Attributes.EMPTY);
  }

  /** Records of one busy and one quiet source that all have a word and a number. */
  static List<LogRecord> many(int count) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(of(i == count / 3 ? "quiet" : "busy", "common line " + i));
    }
    return records;
  }
}
