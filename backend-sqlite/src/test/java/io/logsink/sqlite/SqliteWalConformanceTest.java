package io.logsink.sqlite;

import io.logsink.conformance.ConformanceSubject;
import io.logsink.conformance.LogSinkConformance;

final class SqliteWalConformanceTest extends LogSinkConformance {
  @Override
  protected ConformanceSubject subject() {
    return new SqliteSubject.Wal();
  }
}
