package io.logsink.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a store knows of itself: see {@code docs/formats/store.md}. Lines of text that a person can
 * read, closed by a checksum.
 *
 * @param backend the name of the backend that made it
 * @param version the backend's version of what stands in the windows
 * @param nextSequence the sequence of the next record, right only after a clean close
 * @param reservedThrough no sequence above this was ever given
 * @param removedThrough the newest sequence that retention removed, or 0
 * @param nextWindow the number of the next window
 * @param clean whether the store was closed in order
 * @param windows the windows, oldest first
 */
record Manifest(
    String backend,
    int version,
    long nextSequence,
    long reservedThrough,
    long removedThrough,
    int nextWindow,
    boolean clean,
    List<WindowEntry> windows) {
  private static final String MAGIC = "logsink-store 1";

  Manifest {
    windows = List.copyOf(windows);
  }

  static Manifest empty(String backend, int version) {
    return new Manifest(backend, version, 1, 0, 0, 1, true, List.of());
  }

  /** This with the sequence of the next record. */
  Manifest next(long sequence) {
    return new Manifest(
        backend,
        version,
        sequence,
        Math.max(reservedThrough, sequence - 1),
        removedThrough,
        nextWindow,
        clean,
        windows);
  }

  /** This with sequences reserved. */
  Manifest reserving(long through) {
    return new Manifest(
        backend, version, nextSequence, through, removedThrough, nextWindow, clean, windows);
  }

  /** This as closed in order, or not. */
  Manifest closed(boolean inOrder) {
    return new Manifest(
        backend,
        version,
        nextSequence,
        reservedThrough,
        removedThrough,
        nextWindow,
        inOrder,
        windows);
  }

  /** This with a new window. */
  Manifest plus(WindowEntry fresh) {
    List<WindowEntry> more = new ArrayList<>(windows);
    more.add(fresh);
    return new Manifest(
        backend,
        version,
        nextSequence,
        reservedThrough,
        removedThrough,
        fresh.number() + 1,
        clean,
        more);
  }

  /** This with {@code changed} in the place of the window of that number. */
  Manifest with(WindowEntry changed) {
    return with(
        windows.stream()
            .map(window -> window.number() == changed.number() ? changed : window)
            .toList());
  }

  /** This after retention removed the window. */
  Manifest without(WindowEntry gone) {
    long removed = Math.max(removedThrough, gone.summary().lastSequence());
    List<WindowEntry> left =
        windows.stream().filter(window -> window.number() != gone.number()).toList();
    return new Manifest(
        backend, version, nextSequence, reservedThrough, removed, nextWindow, clean, left);
  }

  /** This with other windows. */
  Manifest with(List<WindowEntry> others) {
    return new Manifest(
        backend, version, nextSequence, reservedThrough, removedThrough, nextWindow, clean, others);
  }

  byte[] encode() {
    StringBuilder text = new StringBuilder();
    text.append(MAGIC).append('\n');
    text.append("backend %s %d\n".formatted(backend, version));
    text.append(
        "sequence next=%d reserved=%d removed=%d\n"
            .formatted(nextSequence, reservedThrough, removedThrough));
    text.append("closed %s\n".formatted(clean ? "yes" : "no"));
    text.append("next-window %d\n".formatted(nextWindow));
    for (WindowEntry window : windows) {
      WindowSummary summary = window.summary();
      text.append(
          "window %d %s created=%d written=%d bytes=%d first=%d last=%d count=%d from=%d to=%d\n"
              .formatted(
                  window.number(),
                  window.state(),
                  window.createdMillis(),
                  window.writtenMillis(),
                  window.storedBytes(),
                  summary.firstSequence(),
                  summary.lastSequence(),
                  summary.recordCount(),
                  summary.firstNanos(),
                  summary.lastNanos()));
    }
    return (text + "crc32c " + crcOf(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String crcOf(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws MalformedManifestException when it is something else, or damaged
   */
  static Manifest decode(byte[] content) throws MalformedManifestException {
    String all = new String(content, StandardCharsets.UTF_8);
    int end = all.lastIndexOf("crc32c ");
    if (end < 0 || !all.substring(end).equals("crc32c " + crcOf(all.substring(0, end)) + "\n")) {
      throw new MalformedManifestException("its checksum does not hold");
    }
    List<String> lines = all.substring(0, end).lines().toList();
    try {
      return decode(lines);
    } catch (RuntimeException e) {
      throw new MalformedManifestException(
          "it is not of the form \"%s\": %s".formatted(MAGIC, e.getMessage()));
    }
  }

  private static Manifest decode(List<String> lines) {
    if (!lines.getFirst().equals(MAGIC)) {
      throw new IllegalArgumentException("it starts with \"%s\"".formatted(lines.getFirst()));
    }
    String[] backend = lines.get(1).split(" ");
    Fields sequence = new Fields(lines.get(2));
    List<WindowEntry> windows = new ArrayList<>();
    for (String line : lines.subList(5, lines.size())) {
      windows.add(window(new Fields(line)));
    }
    return new Manifest(
        backend[1],
        Integer.parseInt(backend[2]),
        sequence.number("next"),
        sequence.number("reserved"),
        sequence.number("removed"),
        Integer.parseInt(lines.get(4).split(" ")[1]),
        lines.get(3).equals("closed yes"),
        windows);
  }

  private static WindowEntry window(Fields fields) {
    return new WindowEntry(
        Integer.parseInt(fields.word(1)),
        WindowState.valueOf(fields.word(2)),
        fields.number("created"),
        fields.number("written"),
        fields.number("bytes"),
        new WindowSummary(
            fields.number("first"),
            fields.number("last"),
            fields.number("count"),
            fields.number("from"),
            fields.number("to")));
  }

  /** A line of words and {@code key=number}. */
  private record Fields(String line) {
    String word(int index) {
      return line.split(" ")[index];
    }

    long number(String key) {
      for (String word : line.split(" ")) {
        if (word.startsWith(key + "=")) {
          return Long.parseLong(word.substring(key.length() + 1));
        }
      }
      throw new IllegalArgumentException("no %s= in \"%s\"".formatted(key, line));
    }
  }

  /** The file is not a manifest, or not any more. */
  static final class MalformedManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedManifestException(String message) {
      super(message);
    }
  }
}
