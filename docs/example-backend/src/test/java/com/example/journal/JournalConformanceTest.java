package com.example.journal;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.Visibility;
import io.logsink.conformance.ConformanceSubject;
import io.logsink.conformance.LogSinkConformance;
import io.logsink.conformance.StoreLimits;
import java.nio.file.Path;

final class JournalConformanceTest extends LogSinkConformance {
  @Override
  protected ConformanceSubject subject() {
    return new Subject();
  }

  static final class Subject implements ConformanceSubject {
    @Override
    public LogSinkBackend backend() {
      return new JournalBackend();
    }

    @Override
    public Record settings(Path folder, StoreLimits limits) {
      return new JournalSettings(folder, 1L << 30);
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.least()
          .withDurability(Durability.PROCESS_CRASH, Durability.POWER_LOSS)
          .withVisibility(Visibility.ON_APPEND)
          .with(
              Feature.READ_BACKWARD,
              Feature.SEEK_TIME,
              Feature.FILTER,
              Feature.HISTOGRAM,
              Feature.ATOMIC_BATCH,
              Feature.REOPEN,
              Feature.SINGLE_OWNER);
    }
  }
}
