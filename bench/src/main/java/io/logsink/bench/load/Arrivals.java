package io.logsink.bench.load;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Visibility;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sink has acknowledged, and when. A record is visible when the contract lets a reader count
 * on it: at the return of its append, or of the sync after it where the sink says so; and durable
 * when a loss of power would not take it: at the return of its append, or of the sync after it, or
 * never, as the sink declares.
 */
final class Arrivals {
  private final Map<Source, Track> tracks = new HashMap<>();
  private final Origin origin;
  private final long warmUpNanos;
  private final long quarterNanos;
  private final long endNanos;
  private final boolean visibleOnAppend;
  private final boolean durableOnAppend;
  private final boolean durableOnSync;
  private final SequenceRuns sequences = new SequenceRuns();
  private long otherCount;
  private @Nullable Track latest;

  Arrivals(Schedule schedule, Origin origin, Capabilities capabilities) {
    schedule.sources().forEach((source, lanes) -> tracks.put(source, new Track(source, lanes)));
    this.origin = origin;
    this.warmUpNanos = schedule.warmUpNanos();
    this.endNanos = schedule.endNanos();
    this.quarterNanos = (endNanos - warmUpNanos) / 4;
    this.visibleOnAppend = capabilities.visibility() == Visibility.ON_APPEND;
    this.durableOnAppend = capabilities.appendDurability() == Durability.POWER_LOSS;
    this.durableOnSync = capabilities.syncDurability() == Durability.POWER_LOSS;
  }

  synchronized void appended(LogBatch batch, AppendReceipt receipt, long nanos) {
    sequences.add(receipt.firstSequence(), receipt.lastSequence());
    long nowNanos = nanos - origin.nanos();
    for (LogRecord record : batch) {
      Track track = track(record.source());
      if (track == null) {
        otherCount++;
      } else {
        appended(track, Track.dueNanos(record, origin), nowNanos);
      }
    }
  }

  private void appended(Track track, long dueNanos, long nowNanos) {
    track.stored.add(dueNanos);
    if (dueNanos < warmUpNanos) {
      return;
    }
    if (visibleOnAppend) {
      visible(track, dueNanos, nowNanos);
    }
    if (durableOnAppend) {
      track.durable.add(nowNanos - dueNanos);
    }
    if (!visibleOnAppend || (durableOnSync && !durableOnAppend)) {
      track.addPending(dueNanos);
    }
  }

  private void visible(Track track, long dueNanos, long nowNanos) {
    track.visible.add(nowNanos - dueNanos);
    if (dueNanos < warmUpNanos + quarterNanos) {
      track.early.add(nowNanos - dueNanos);
    } else if (dueNanos >= endNanos - quarterNanos) {
      track.late.add(nowNanos - dueNanos);
    }
  }

  synchronized void synced(long nanos) {
    long nowNanos = nanos - origin.nanos();
    for (Track track : tracks.values()) {
      if (!visibleOnAppend) {
        track.pendingNanos().forEach(due -> visible(track, due, nowNanos));
      }
      if (durableOnSync && !durableOnAppend) {
        track.pendingNanos().forEach(due -> track.durable.add(nowNanos - due));
      }
      track.clearPending();
    }
  }

  /** Records of one source often follow each other. */
  private @Nullable Track track(Source source) {
    if (latest == null || !latest.source.equals(source)) {
      latest = tracks.get(source);
    }
    return latest;
  }

  /** Whether any record is ever durable. */
  boolean hasDurable() {
    return durableOnSync;
  }

  /** How many records were stored that are the pipeline's own. */
  synchronized long otherCount() {
    return otherCount;
  }

  synchronized SequenceRuns sequences() {
    return sequences;
  }

  synchronized Collection<Track> tracks() {
    return tracks.values();
  }
}
