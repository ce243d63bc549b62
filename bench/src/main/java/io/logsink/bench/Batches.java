package io.logsink.bench;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.List;

/** Cuts records into batches. */
final class Batches {
  private Batches() {}

  /** Batches of {@code count} records, or fewer where their bodies are too long for one batch. */
  static List<LogBatch> of(List<LogRecord> records, int count) {
    List<LogBatch> batches = new ArrayList<>();
    int start = 0;
    long bytes = 0;
    for (int i = 0; i < records.size(); i++) {
      int length = records.get(i).body().length();
      if (i > start && (i - start == count || bytes + length > LogBatch.MAX_BODY_BYTES)) {
        batches.add(LogBatch.of(records.subList(start, i)));
        start = i;
        bytes = 0;
      }
      bytes += length;
    }
    batches.add(LogBatch.of(records.subList(start, records.size())));
    return batches;
  }
}
