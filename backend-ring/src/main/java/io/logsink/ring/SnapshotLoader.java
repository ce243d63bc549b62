package io.logsink.ring;

import io.logsink.api.query.Gap;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills a ring from the newest snapshot, and what that one has lost from the one before. For one
 * thread, once.
 *
 * <p>A record never changes under its sequence, so for any stretch of sequences any generation is
 * as good as another, as far as it goes. What no generation has is a lost stretch.
 */
final class SnapshotLoader {
  private final List<SnapshotReader> generations;
  private final Ring ring;
  private LostStretches lost = LostStretches.NONE;

  /** A loader from {@code generations}, newest first. */
  SnapshotLoader(List<SnapshotReader> generations, Ring ring) {
    this.generations = List.copyOf(generations);
    this.ring = ring;
  }

  /**
   * Loads what was stored before {@code next}.
   *
   * @param why the reason for which what is newer than all snapshots is lost
   */
  void load(long next, String why) throws IOException {
    load(0, 1, next - 1, why);
    ring.restore(next, lost);
  }

  private void load(int generation, long first, long last, String why) throws IOException {
    if (first > last) {
      return;
    }
    if (generation == generations.size()) {
      lose(first, last, why);
      return;
    }
    SnapshotReader snapshot = generations.get(generation);
    SnapshotHead head;
    try {
      head = snapshot.head();
    } catch (DamagedBlockException e) {
      load(generation + 1, first, last, snapshot.describe(e));
      return;
    }
    loadKnown(generation, head, first, Math.min(last, head.nextSequence() - 1));
    lose(Math.max(first, head.nextSequence()), last, why);
  }

  private void loadKnown(int generation, SnapshotHead head, long first, long last)
      throws IOException {
    for (Gap stretch : head.lost().stretches()) {
      lose(
          Math.max(first, stretch.firstSequence()),
          Math.min(last, stretch.lastSequence()),
          stretch.detail());
    }
    SnapshotReader snapshot = generations.get(generation);
    long rest = first;
    try {
      for (SnapshotReader.@Nullable Located located = snapshot.next(null);
          located != null;
          located = snapshot.next(located)) {
        loadSection(generation, located, first, last);
        rest = Math.max(rest, located.section().lastSequence() + 1);
      }
    } catch (DamagedBlockException e) {
      replace(generation, rest, last, snapshot.describe(e));
    }
  }

  private void loadSection(int generation, SnapshotReader.Located located, long first, long last)
      throws IOException {
    SnapshotReader snapshot = generations.get(generation);
    if (!located.section().overlaps(first, last)) {
      return;
    }
    try {
      for (StoredRecord stored : snapshot.records(located)) {
        if (stored.sequence() >= first && stored.sequence() <= last) {
          ring.restore(stored);
        }
      }
    } catch (DamagedBlockException e) {
      replace(
          generation,
          Math.max(first, located.section().firstSequence()),
          Math.min(last, located.section().lastSequence()),
          snapshot.describe(e));
    }
  }

  /** What the generation should have and has not is lost, unless an older one has it. */
  private void replace(int generation, long first, long last, String why) throws IOException {
    lose(first, last, why);
    load(generation + 1, first, last, why);
  }

  private void lose(long first, long last, String why) {
    if (first <= last) {
      lost = lost.plus(LostStretches.lost(first, last, why));
    }
  }
}
