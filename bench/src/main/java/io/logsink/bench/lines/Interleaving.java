package io.logsink.bench.lines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts the lines of several files into one order, as if all had been written at the same time from
 * start to end: services do not log one after the other. Any beginning of the result has its share
 * of every file.
 */
final class Interleaving {
  private Interleaving() {}

  /** Where a file is. */
  private record Head(List<Line> lines, int next) {
    double progress() {
      return (next + 0.5) / lines.size();
    }
  }

  static List<Line> of(List<List<Line>> files) {
    PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingDouble(Head::progress));
    files.stream()
        .filter(lines -> !lines.isEmpty())
        .forEach(lines -> heads.add(new Head(lines, 0)));
    List<Line> merged = new ArrayList<>();
    Head head;
    while ((head = heads.poll()) != null) {
      merged.add(head.lines().get(head.next()));
      if (head.next() + 1 < head.lines().size()) {
        heads.add(new Head(head.lines(), head.next() + 1));
      }
    }
    return merged;
  }
}
