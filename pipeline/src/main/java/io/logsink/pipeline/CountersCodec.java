package io.logsink.pipeline;

import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Counters as text: {@code docs/formats/pipeline-counters.md}. For one encoding or decoding. */
final class CountersCodec {
  private static final String HEAD = "logsink-counters 1";
  private static final int CHECK_LENGTH = "crc32c 00000000\n".length();

  private final StringBuilder text = new StringBuilder();
  private boolean closed;
  private long savedNanos;
  private long sequence;
  private final SortedMap<Source, SourceStats> sources = new TreeMap<>();
  private final SortedMap<Source, Map<Fate, Loss>> losses = new TreeMap<>();

  /** The content is not what {@link #encode} makes. */
  static final class MalformedCountersException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedCountersException(String message) {
      super(message);
    }
  }

  private CountersCodec() {}

  static byte[] encode(Counters counters) {
    CountersCodec out = new CountersCodec();
    out.write(counters);
    byte[] content = out.text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] check = check(content).getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(content, content.length + check.length);
    System.arraycopy(check, 0, all, content.length, check.length);
    return all;
  }

  private static String check(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return "crc32c %08x\n".formatted(crc.getValue());
  }

  private void write(Counters counters) {
    line(HEAD);
    line("closed", counters.closed());
    line("saved", counters.savedNanos());
    line("sequence", counters.sequence());
    counters.sources().forEach(this::write);
    counters.losses().forEach(this::write);
  }

  private void line(Object... words) {
    for (int i = 0; i < words.length; i++) {
      text.append(i == 0 ? "" : " ").append(words[i]);
    }
    text.append('\n');
  }

  private void write(Source source, SourceStats stats) {
    StringBuilder numbers = new StringBuilder();
    append(numbers, stats.emitted());
    for (Fate fate : Fate.values()) {
      append(numbers, stats.with(fate));
    }
    append(numbers, stats.inFlight());
    line("source" + numbers, stats.blockedCount(), stats.blockedTime().toNanos(), source);
  }

  private static void append(StringBuilder numbers, Tally tally) {
    numbers.append(' ').append(tally.recordCount()).append(' ').append(tally.bodyBytes());
  }

  private void write(Source source, Map<Fate, Loss> lost) {
    lost.forEach((fate, loss) ->
        line(
            "loss",
            fate.word(),
            loss.tally().recordCount(),
            loss.tally().bodyBytes(),
            loss.firstNanos(),
            loss.lastNanos(),
            source));
  }

  /**
   * What {@code content} says.
   *
   * @throws MalformedCountersException when it is damaged or of another version
   */
  static Counters decode(byte[] content) throws MalformedCountersException {
    int length = Math.max(0, content.length - CHECK_LENGTH);
    byte[] checked = Arrays.copyOf(content, length);
    String found = new String(content, length, content.length - length, StandardCharsets.UTF_8);
    if (!check(checked).equals(found)) {
      throw new MalformedCountersException("the checksum does not hold");
    }
    List<String> lines = new String(checked, StandardCharsets.UTF_8).lines().toList();
    if (!lines.getFirst().equals(HEAD)) {
      throw new MalformedCountersException(
          "it begins with \"%s\", not with \"%s\"".formatted(lines.getFirst(), HEAD));
    }
    return new CountersCodec().read(lines.subList(1, lines.size()));
  }

  private Counters read(Collection<String> lines) throws MalformedCountersException {
    for (String line : lines) {
      try {
        read(line);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new MalformedCountersException("a line makes no sense: " + line);
      }
    }
    return new Counters(closed, savedNanos, sequence, sources, losses);
  }

  private void read(String line) {
    String[] word = line.split(" ", 2);
    switch (word[0]) {
      case "closed" -> closed = Boolean.parseBoolean(word[1]);
      case "saved" -> savedNanos = Long.parseLong(word[1]);
      case "sequence" -> sequence = Long.parseLong(word[1]);
      case "source" -> readSource(word[1]);
      case "loss" -> readLoss(word[1]);
      default -> throw new IllegalArgumentException(line);
    }
  }

  private void readSource(String rest) {
    int tallies = Fate.values().length + 2;
    String[] word = rest.split(" ", 2 * tallies + 3);
    Map<Fate, Tally> fates = new EnumMap<>(Fate.class);
    int at = 1;
    for (Fate fate : Fate.values()) {
      fates.put(fate, tally(word, 2 * at++));
    }
    Duration blocked = Duration.ofNanos(Long.parseLong(word[2 * tallies + 1]));
    sources.put(
        Source.of(word[2 * tallies + 2]),
        new SourceStats(
            tally(word, 0),
            fates,
            tally(word, 2 * at),
            Long.parseLong(word[2 * tallies]),
            blocked));
  }

  private static Tally tally(String[] word, int at) {
    return new Tally(Long.parseLong(word[at]), Long.parseLong(word[at + 1]));
  }

  private void readLoss(String rest) {
    String[] word = rest.split(" ", 6);
    Loss loss = new Loss(tally(word, 1), Long.parseLong(word[3]), Long.parseLong(word[4]));
    losses
        .computeIfAbsent(Source.of(word[5]), _ -> new EnumMap<>(Fate.class))
        .put(Fate.ofWord(word[0]), loss);
  }
}
