package io.logsink.bench.micro;

import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.util.ArrayList;
import java.util.List;

/** Lines of a web server that differ in numbers and in what they say. */
final class SampleRecords {
  private SampleRecords() {}

  /** {@code count} of them, the same each time, from five sources. */
  static List<LogRecord> of(int count) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(
          new LogRecord(
              i * 1_000L,
              i * 1_000L,
              Severity.INFO,
              Source.of("pty:web" + i % 5),
              LogBody.of(line(i)),
              Attributes.EMPTY));
    }
    return records;
  }

  private static String line(int i) {
    return "GET /api/v%d/items/%08x?page=%d 200 %dms user=u%d cache %s"
        .formatted(i % 3, i * 0x9E3779B9, i % 17, i % 911, i % 101, i % 7 == 0 ? "MISS" : "hit");
  }
}
