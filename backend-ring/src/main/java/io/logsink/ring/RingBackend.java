package io.logsink.ring;

import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.api.record.LogBody;

/**
 * Keeps the newest records in memory, each source its share of it, and writes them to a snapshot
 * from time to time and on closing. A process that is killed loses what it appended since the last
 * snapshot: {@link RingSettings#snapshotInterval()} and the time between two calls of {@code
 * maintain}. {@code sync} therefore promises nothing, and does nothing.
 *
 * <p>While the owner lives its records are in its memory, so the store cannot be read beside it;
 * when there is none, the last snapshot is read. The files are described in {@code
 * docs/formats/ring.md}. Takes {@link RingSettings}.
 */
public final class RingBackend implements LogSinkBackend {
  static final String NAME = "ring";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RingSettings defaultSettings() {
    return RingSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    RingOpening opening = new RingOpening(config.settings(RingSettings.class));
    return config.access() == Access.OWNER ? opening.asOwner(config.clock()) : opening.toRead();
  }

  static Capabilities capabilities(RingSettings settings) {
    return Capabilities.least()
        .withDurability(Durability.VOLATILE, Durability.VOLATILE)
        .withVisibility(Visibility.ON_APPEND)
        .withMaxRecordBytes((int) Math.min(settings.retention().maxBytes() / 2, LogBody.MAX_BYTES))
        .with(
            Feature.READ_BACKWARD,
            Feature.SEEK_TIME,
            Feature.FILTER,
            Feature.HISTOGRAM,
            Feature.ATOMIC_BATCH,
            Feature.REOPEN,
            Feature.SINGLE_OWNER,
            Feature.RETENTION_AGE,
            Feature.RETENTION_BYTES);
  }
}
