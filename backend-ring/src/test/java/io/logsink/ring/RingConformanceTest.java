package io.logsink.ring;

import io.logsink.conformance.ConformanceSubject;
import io.logsink.conformance.LogSinkConformance;

final class RingConformanceTest extends LogSinkConformance {
  @Override
  protected ConformanceSubject subject() {
    return new RingSubject();
  }
}
