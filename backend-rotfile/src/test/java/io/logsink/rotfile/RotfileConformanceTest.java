package io.logsink.rotfile;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.Visibility;
import io.logsink.api.record.LogBody;
import io.logsink.conformance.ConformanceSubject;
import io.logsink.conformance.LogSinkConformance;
import io.logsink.conformance.StoreLimits;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;

final class RotfileConformanceTest extends LogSinkConformance {
  @Override
  protected ConformanceSubject subject() {
    return new Subject();
  }

  /** With fewer open files than some clauses have sources. */
  public static final class Subject implements ConformanceSubject {
    /** For the kit's child processes. */
    public Subject() {}

    @Override
    public LogSinkBackend backend() {
      return new RotfileBackend();
    }

    @Override
    public Record settings(Path folder, StoreLimits limits) {
      return RotfileSettings.DEFAULT
          .withDirectory(folder)
          .withWindow(new WindowSettings(limits.windowMaxAge(), limits.windowMaxBytes()))
          .withRetention(
              new RetentionSettings(limits.retentionMaxAge(), limits.retentionMaxBytes()))
          .withMaxOpenFiles(8);
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.least()
          .withDurability(Durability.PROCESS_CRASH, Durability.POWER_LOSS)
          .withVisibility(Visibility.ON_APPEND)
          .withMaxRecordBytes(LogBody.MAX_BYTES)
          .with(Feature.values());
    }
  }
}
