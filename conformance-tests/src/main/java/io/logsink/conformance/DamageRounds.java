package io.logsink.conformance;

import io.logsink.api.Access;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Damages copies of a store in one random place each, and reads them. Runs in a child, because an
 * engine that maps its files can take the whole process down.
 */
final class DamageRounds {
  private final ConformanceSubject subject;
  private final Path folder;
  private final Random random;
  private final Map<Long, LogEntry> expected = new TreeMap<>();

  DamageRounds(ConformanceSubject subject, Path folder, long seed) {
    this.subject = subject;
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** Returns {@code ok}, or what went wrong in which round. */
  String run(int count) throws IOException, LogSinkException {
    try (LogSink sink = open(folder.resolve("store"), Access.READ_ONLY)) {
      Fixture.readAll(sink).forEach(entry -> expected.put(entry.sequence(), entry));
    }
    for (int round = 0; round < count; round++) {
      Path copy = folder.resolve("damaged" + round);
      copy(folder.resolve("store"), copy);
      String damage = damage(copy);
      String problem = problem(copy, round % 2 == 0 ? Access.OWNER : Access.READ_ONLY);
      if (!problem.isEmpty()) {
        return "round %d, %s: %s".formatted(round, damage, problem);
      }
      delete(copy);
    }
    return "ok";
  }

  private LogSink open(Path store, Access access) throws LogSinkException {
    return Fixture.open(subject, store, StoreLimits.HOURLY, access, new SteppingClock());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void delete(Path store) throws IOException {
    try (Stream<Path> paths = Files.walk(store)) {
      for (Path path : paths.toList().reversed()) {
        Files.delete(path);
      }
    }
  }

  /** Flips a byte or cuts the end off, in a file that has something in it; says what it did. */
  private String damage(Path store) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(store)) {
      files =
          paths
              .filter(path -> path.toFile().isFile() && path.toFile().length() > 0)
              .sorted()
              .toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] content = Files.readAllBytes(file);
    int at = random.nextInt(content.length);
    boolean cut = random.nextInt(3) == 0;
    if (cut) {
      Files.write(file, Arrays.copyOf(content, at));
    } else {
      content[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, content);
    }
    return "%s of %s at %d of %d"
        .formatted(cut ? "cut" : "flip", store.relativize(file), at, content.length);
  }

  /** What a reader gets wrong; empty when it gets what was stored, or is told what is missing. */
  private String problem(Path store, Access access) {
    List<LogEntry> entries = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    try (LogSink sink = open(store, access)) {
      LogPager.forEachPage(sink, LogQuery.oldest(100), page -> take(page, entries, gaps));
    } catch (LogSinkException e) {
      return wrong(entries);
    } catch (RuntimeException e) {
      return "unnamed error: " + Failures.describe(e);
    }
    String wrong = wrong(entries);
    return wrong.isEmpty() ? lost(entries, gaps) : wrong;
  }

  private static void take(LogPage page, List<LogEntry> entries, List<Gap> gaps) {
    entries.addAll(page.entries());
    gaps.addAll(page.gaps());
  }

  private String wrong(List<LogEntry> entries) {
    return entries.stream()
        .filter(entry -> !entry.equals(expected.get(entry.sequence())))
        .findFirst()
        .map(entry -> "wrong record " + entry)
        .orElse("");
  }

  private String lost(List<LogEntry> entries, List<Gap> gaps) {
    List<Long> lost = new ArrayList<>(expected.keySet());
    lost.removeAll(entries.stream().map(LogEntry::sequence).toList());
    lost.removeIf(sequence ->
        gaps.stream()
            .anyMatch(gap -> gap.firstSequence() <= sequence && sequence <= gap.lastSequence()));
    return lost.isEmpty() ? "" : "lost without a word: " + lost;
  }
}
