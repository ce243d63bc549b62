package io.logsink.ring;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.Visibility;
import io.logsink.conformance.ConformanceSubject;
import io.logsink.conformance.StoreLimits;
import io.logsink.storage.RetentionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** The ring for the conformance kit, also in its child processes. */
public final class RingSubject implements ConformanceSubject {
  @Override
  public LogSinkBackend backend() {
    return new RingBackend();
  }

  @Override
  public RingSettings settings(Path folder, StoreLimits limits) {
    return new RingSettings(
        folder,
        new RetentionSettings(limits.retentionMaxAge(), limits.retentionMaxBytes()),
        Duration.ofSeconds(1));
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Durability.VOLATILE,
        Durability.VOLATILE,
        Visibility.ON_APPEND,
        16 << 20,
        Set.of(
            Feature.READ_BACKWARD,
            Feature.SEEK_TIME,
            Feature.FILTER,
            Feature.HISTOGRAM,
            Feature.ATOMIC_BATCH,
            Feature.REOPEN,
            Feature.SINGLE_OWNER,
            Feature.RETENTION_AGE,
            Feature.RETENTION_BYTES));
  }
}
