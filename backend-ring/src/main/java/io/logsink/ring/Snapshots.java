package io.logsink.ring;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkFullException;
import io.logsink.storage.Closer;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The snapshots of a store: files that are numbered by generation, of which the newest two are
 * kept. For one thread at a time.
 */
final class Snapshots {
  private static final Pattern NAME = Pattern.compile("snapshot-[0-9]{8,18}");
  private static final int KEPT_COUNT = 2;

  private final Path directory;
  private final Faults faults;

  Snapshots(Faults faults) {
    this.directory = faults.path();
    this.faults = faults;
  }

  /** The file that is not a snapshot yet. */
  private Path temporary() {
    return directory.resolve("snapshot.tmp");
  }

  /** All that are there, newest first. */
  private List<Path> list() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
          .sorted(Comparator.comparingLong(Snapshots::number).reversed())
          .toList();
    }
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().substring("snapshot-".length()));
  }

  boolean isEmpty() throws LogSinkException {
    try {
      return !Files.isDirectory(directory) || list().isEmpty();
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  /** Removes what a snapshot that was never finished left behind. */
  void deleteTemporary() throws LogSinkException {
    try {
      Files.deleteIfExists(temporary());
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  /**
   * Fills {@code ring} with what was stored before {@code next}; {@code why} what is newer than
   * every snapshot is lost.
   */
  void load(Ring ring, long next, String why) throws LogSinkException {
    List<SnapshotReader> generations = new ArrayList<>();
    try {
      for (Path file : list()) {
        open(file, generations);
      }
      new SnapshotLoader(generations, ring).load(next, why);
    } catch (IOException e) {
      throw faults.of("open", e);
    } finally {
      close(generations);
    }
  }

  /** An owner that starts while somebody reads may have replaced the oldest by a newer one. */
  private static void open(Path file, List<SnapshotReader> generations) throws IOException {
    try {
      generations.add(SnapshotReader.open(file));
    } catch (NoSuchFileException e) {
      // Nothing to do: it was listed and is gone, so there is a newer one.
    }
  }

  private void close(List<SnapshotReader> generations) throws LogSinkException {
    Closer closer = new Closer();
    generations.forEach(generation -> closer.run(() -> close(generation)));
    closer.throwIfFailed();
  }

  private void close(SnapshotReader generation) throws LogSinkException {
    try {
      generation.close();
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  /**
   * Writes what {@code view} of {@code ring} shows as the newest generation, durably, and removes
   * those that are one too many. When it throws, those before are as they were.
   *
   * @return the bytes of the file
   */
  long write(Ring ring, Ring.View view, long nowMillis) throws LogSinkException {
    try {
      List<Path> before = list();
      long number = before.isEmpty() ? 1 : number(before.getFirst()) + 1;
      long bytes = new SnapshotWriter(ring, view).write(temporary(), nowMillis);
      Path file = directory.resolve("snapshot-%08d".formatted(number));
      Files.move(temporary(), file, StandardCopyOption.ATOMIC_MOVE);
      Folders.sync(directory);
      for (Path old : before.subList(Math.min(before.size(), KEPT_COUNT - 1), before.size())) {
        Files.deleteIfExists(old);
      }
      return bytes;
    } catch (IOException e) {
      LogSinkException fault = fault(e);
      deleteTemporary(fault);
      throw fault;
    }
  }

  private LogSinkException fault(IOException e) {
    LogSinkException fault = faults.of("write snapshot", e);
    return fault instanceof SinkFullException
        ? faults.full(
            "write snapshot",
            "no room on the disk; free some, or lower retention.max-bytes; the snapshots before are"
                + " kept",
            "ENOSPC",
            e)
        : fault;
  }

  private void deleteTemporary(LogSinkException because) {
    try {
      Files.deleteIfExists(temporary());
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
