package io.logsink.api;

import io.logsink.api.record.LogBody;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one open sink can do, constant while it is open. Starts from {@link #least()}, which can do
 * least; a sink adds what it really does. The conformance kit checks each statement both ways:
 * declared means it works, not declared means it is refused.
 *
 * @param appendDurability what a record survives once its append has returned
 * @param syncDurability what it survives once the next {@link LogAppender#sync()} has returned; at
 *     least {@code appendDurability}
 * @param visibility when queries see it
 * @param maxRecordBytes the longest body it stores, 1 to {@link LogBody#MAX_BYTES}; a longer one is
 *     rejected
 * @param features what else it can do
 */
public record Capabilities(
    Durability appendDurability,
    Durability syncDurability,
    Visibility visibility,
    int maxRecordBytes,
    Set<Feature> features) {

  /** The smallest {@code maxRecordBytes} a sink may have: 1 MiB, so that real lines fit. */
  public static final int LEAST_MAX_RECORD_BYTES = 1024 * 1024;

  /** Checks that the parts agree. */
  public Capabilities {
    if (!syncDurability.atLeast(appendDurability)) {
      throw new IllegalArgumentException(
          "sync promises %s, less than append's %s".formatted(syncDurability, appendDurability));
    }
    if (maxRecordBytes < LEAST_MAX_RECORD_BYTES || maxRecordBytes > LogBody.MAX_BYTES) {
      throw new IllegalArgumentException(
          "maxRecordBytes must be %d to %d, not %d"
              .formatted(LEAST_MAX_RECORD_BYTES, LogBody.MAX_BYTES, maxRecordBytes));
    }
    features = Set.copyOf(features);
  }

  /** Volatile, visible after sync, bodies up to {@link #LEAST_MAX_RECORD_BYTES}, no features. */
  public static Capabilities least() {
    return new Capabilities(
        Durability.VOLATILE,
        Durability.VOLATILE,
        Visibility.AFTER_SYNC,
        LEAST_MAX_RECORD_BYTES,
        Set.of());
  }

  /** These with other durabilities. */
  public Capabilities withDurability(Durability onAppend, Durability onSync) {
    return new Capabilities(onAppend, onSync, visibility, maxRecordBytes, features);
  }

  /** These with another visibility. */
  public Capabilities withVisibility(Visibility other) {
    return new Capabilities(appendDurability, syncDurability, other, maxRecordBytes, features);
  }

  /** These with another longest body, in bytes. */
  public Capabilities withMaxRecordBytes(int other) {
    return new Capabilities(appendDurability, syncDurability, visibility, other, features);
  }

  /** These and {@code more} features. */
  public Capabilities with(Feature... more) {
    EnumSet<Feature> all = EnumSet.noneOf(Feature.class);
    all.addAll(features);
    all.addAll(Set.of(more));
    return new Capabilities(appendDurability, syncDurability, visibility, maxRecordBytes, all);
  }

  /** Whether the sink has {@code feature}. */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }
}
