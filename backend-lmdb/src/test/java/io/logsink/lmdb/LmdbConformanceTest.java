package io.logsink.lmdb;

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

final class LmdbConformanceTest extends LogSinkConformance {
  @Override
  protected ConformanceSubject subject() {
    return new Subject();
  }

  static final class Subject implements ConformanceSubject {
    @Override
    public LogSinkBackend backend() {
      return new LmdbBackend();
    }

    @Override
    public Record settings(Path folder, StoreLimits limits) {
      return new LmdbSettings(
          folder,
          new WindowSettings(limits.windowMaxAge(), limits.windowMaxBytes()),
          new RetentionSettings(limits.retentionMaxAge(), limits.retentionMaxBytes()),
          LmdbSettings.DEFAULT.blockRecordCount(),
          LmdbSettings.DEFAULT.zstdLevel(),
          LmdbSettings.DEFAULT.flush());
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
