package io.logsink.ring;

import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The stretches of sequences whose records were lost by damage or with the process, and not by
 * retention. A record that stands in one was saved. Immutable.
 *
 * @param stretches in order, without overlaps, of cause {@link Gap.Cause#DAMAGE}
 */
record LostStretches(List<Gap> stretches) {
  static final LostStretches NONE = new LostStretches(List.of());

  LostStretches {
    stretches = List.copyOf(stretches);
  }

  /** These and {@code more}; where they overlap, what was known before stays. */
  LostStretches plus(Gap more) {
    List<Gap> all = new ArrayList<>();
    long first = more.firstSequence();
    for (Gap known : stretches) {
      if (known.firstSequence() > first && first <= more.lastSequence()) {
        long last = Math.min(more.lastSequence(), known.firstSequence() - 1);
        all.add(lost(first, last, more.detail()));
      }
      all.add(known);
      first = Math.max(first, known.lastSequence() + 1);
    }
    if (first <= more.lastSequence()) {
      all.add(lost(first, more.lastSequence(), more.detail()));
    }
    return new LostStretches(all);
  }

  static Gap lost(long firstSequence, long lastSequence, String detail) {
    return new Gap(firstSequence, lastSequence, Gap.Cause.DAMAGE, detail);
  }

  /** These without those that end before {@code sequence}. */
  LostStretches from(long sequence) {
    if (stretches.isEmpty() || stretches.getFirst().lastSequence() >= sequence) {
      return this;
    }
    return new LostStretches(
        stretches.stream().filter(stretch -> stretch.lastSequence() >= sequence).toList());
  }

  /** The first sequence of all, or {@code otherwise} when that is less. */
  long firstSequence(long otherwise) {
    return stretches.isEmpty()
        ? otherwise
        : Math.min(otherwise, stretches.getFirst().firstSequence());
  }

  /** Tells why the records from {@code first} to {@code last} are gone, piece by piece. */
  void explain(long first, long last, Direction direction, Consumer<Gap> gaps) {
    List<Gap> pieces = pieces(first, last);
    (direction == Direction.FORWARD ? pieces : pieces.reversed()).forEach(gaps);
  }

  private List<Gap> pieces(long first, long last) {
    List<Gap> pieces = new ArrayList<>();
    long from = first;
    for (Gap known : stretches) {
      if (known.lastSequence() >= from && known.firstSequence() <= last) {
        addRemoved(pieces, from, known.firstSequence() - 1);
        from = Math.max(from, known.firstSequence());
        long until = Math.min(last, known.lastSequence());
        pieces.add(lost(from, until, known.detail()));
        from = until + 1;
      }
    }
    addRemoved(pieces, from, last);
    return pieces;
  }

  private static void addRemoved(List<Gap> pieces, long first, long last) {
    if (first <= last) {
      pieces.add(new Gap(first, last, Gap.Cause.RETENTION, ""));
    }
  }
}
