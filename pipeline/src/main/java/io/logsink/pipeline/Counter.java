package io.logsink.pipeline;

import io.logsink.api.record.LogRecord;

/** A tally that changes. Guarded by the flow's lock. */
final class Counter {
  private long recordCount;
  private long bodyBytes;

  void add(LogRecord record) {
    recordCount++;
    bodyBytes += record.body().length();
  }

  void subtract(LogRecord record) {
    recordCount--;
    bodyBytes -= record.body().length();
  }

  void add(Tally tally) {
    recordCount += tally.recordCount();
    bodyBytes += tally.bodyBytes();
  }

  Tally tally() {
    return new Tally(recordCount, bodyBytes);
  }
}
