package io.logsink.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineSplitterTest {
  private static final int MAX_BYTES = 1024;
  private static final LineSettings SETTINGS =
      new LineSettings(MAX_BYTES, Duration.ofMillis(1), SeverityRule.LEVEL_WORD);
  private static final Attributes STDOUT = Attributes.of("stream", AttributeValue.of("stdout"));

  private final List<LogRecord> records = new ArrayList<>();
  private long now;

  private LineSplitter splitter(boolean terminal) {
    return new LineSplitter(Source.of("pty:web"), STDOUT, terminal, SETTINGS, records::add);
  }

  private void feed(LineSplitter splitter, String text) {
    now++;
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    splitter.feed(bytes, bytes.length, now, now);
  }

  /** A record as its text and what is special about it: {@code text|part|marks}. */
  private List<String> shown() {
    return records.stream().map(LineSplitterTest::shown).toList();
  }

  private static String shown(LogRecord record) {
    StringBuilder shown = new StringBuilder(text(record));
    shown.append('|').append(Recording.attribute(record, LineSplitter.PART));
    if (record.attributes().get(LineSplitter.LAST) != null) {
      shown.append(" last");
    }
    if (record.attributes().get(LineSplitter.PARTIAL) != null) {
      shown.append(" partial");
    }
    return shown.toString();
  }

  private static String text(LogRecord record) {
    return new String(record.body().unsafeArray(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aBodyIsWhatStandsBetweenNewlines() {
    LineSplitter splitter = splitter(false);

    feed(splitter, "one\n\ntw");
    feed(splitter, "o\r\n");

    assertThat(shown()).containsExactly("one|", "|", "two\r|");
    assertThat(records).allMatch(record -> record.attributes().equals(STDOUT));
    assertThat(splitter.isPending()).isFalse();
  }

  @Test
  void aTerminalsReturnIsTakenOffAndNoOther() {
    LineSplitter splitter = splitter(true);

    feed(splitter, "one\r\n10%\r20%\r\r\n\r\nraw\n");
    feed(splitter, "cut\r");
    feed(splitter, "\n\r");
    feed(splitter, "\n");

    assertThat(shown()).containsExactly("one|", "10%\r20%\r|", "|", "raw|", "cut|", "|");
  }

  @Test
  void aLineHasTheTimeOfItsFirstByte() {
    LineSplitter splitter = splitter(false);

    feed(splitter, "a\nb");
    feed(splitter, "b");
    feed(splitter, "b\nc\n");

    assertThat(records).extracting(LogRecord::timestampNanos).containsExactly(1L, 1L, 3L);
    assertThat(records).extracting(LogRecord::observedTimestampNanos).containsExactly(1L, 3L, 3L);
  }

  @Test
  void aLineOfTheLongestLengthIsOneRecord() {
    for (boolean terminal : List.of(false, true)) {
      records.clear();
      String end = terminal ? "\r\n" : "\n";
      feed(splitter(terminal), "x".repeat(MAX_BYTES) + end);

      assertThat(shown()).containsExactly("x".repeat(MAX_BYTES) + "|");
    }
  }

  @Test
  void aLongerLineIsCutIntoNumberedParts() {
    for (boolean terminal : List.of(false, true)) {
      records.clear();
      String end = terminal ? "\r\n" : "\n";
      feed(splitter(terminal), "x".repeat(2 * MAX_BYTES) + "y" + end + "next" + end);

      String full = "x".repeat(MAX_BYTES);
      assertThat(shown()).containsExactly(full + "|1", full + "|2", "y|3 last", "next|");
    }
  }

  @Test
  void whatComesByteForByteIsCutAtTheSamePlaces() {
    String text = "x".repeat(MAX_BYTES + 1) + "\r\n" + "y".repeat(MAX_BYTES) + "\r\nz\r\n";
    LineSplitter splitter = splitter(true);
    for (int i = 0; i < text.length(); i++) {
      feed(splitter, text.substring(i, i + 1));
    }
    List<String> bitByBit = shown();
    records.clear();
    feed(splitter(true), text);

    assertThat(bitByBit)
        .isEqualTo(shown())
        .containsExactly(
            "x".repeat(MAX_BYTES) + "|1", "x|2 last", "y".repeat(MAX_BYTES) + "|", "z|");
  }

  @Test
  void aFlushMakesAPartAndTheLineGoesOn() {
    LineSplitter splitter = splitter(false);

    feed(splitter, "name? ");
    assertThat(splitter.isPending()).isTrue();
    assertThat(splitter.flushNanos()).isEqualTo(now + 1_000_000);
    splitter.flush(50, 50);
    feed(splitter, "joe\nbye\n");

    assertThat(shown()).containsExactly("name? |1 partial", "joe|2 last", "bye|");
  }

  @Test
  void aNewlineAloneEndsAFlushedLine() {
    LineSplitter splitter = splitter(true);

    feed(splitter, "$ ");
    splitter.flush(50, 50);
    feed(splitter, "\r\n$ ");
    splitter.end(60, 60);

    assertThat(shown()).containsExactly("$ |1 partial", "|2 last", "$ |1 partial");
  }

  @Test
  void aFlushHoldsBackAReturnThatMayBeTheTerminals() {
    LineSplitter splitter = splitter(true);

    feed(splitter, "10%\r");
    splitter.flush(50, 50);
    assertThat(splitter.isPending()).isFalse();
    feed(splitter, "20%\r");
    splitter.flush(50, 50);
    feed(splitter, "\n");

    assertThat(shown()).containsExactly("10%|1 partial", "\r20%|2 partial", "|3 last");
  }

  @Test
  void aFlushOfNothingIsNothing() {
    LineSplitter splitter = splitter(true);
    splitter.flush(50, 50);
    feed(splitter, "\r");
    splitter.flush(50, 50);
    splitter.end(60, 60);
    splitter.end(70, 70);

    assertThat(shown()).containsExactly("\r|1 partial");
  }

  @Test
  void theEndKeepsWhatHasNoNewline() {
    LineSplitter splitter = splitter(true);

    feed(splitter, "z".repeat(MAX_BYTES) + "\r");
    splitter.end(60, 60);

    assertThat(shown()).containsExactly("z".repeat(MAX_BYTES) + "|1", "\r|2 partial");
  }

  @Test
  void allPartsHaveTheSeverityOfTheFirst() {
    LineSplitter splitter = splitter(false);

    feed(splitter, "WARN " + "x".repeat(MAX_BYTES) + "\nERROR");
    splitter.flush(50, 50);
    feed(splitter, "FATAL more\nfine\n");

    assertThat(records)
        .extracting(LogRecord::severity)
        .containsExactly(
            Severity.WARN, Severity.WARN, Severity.ERROR, Severity.ERROR, Severity.INFO);
  }

  @Test
  void severityIsOnlyLookedForWhenAsked() {
    LineSettings none = new LineSettings(MAX_BYTES, Duration.ofSeconds(1), SeverityRule.NONE);
    feed(new LineSplitter(Source.of("x"), STDOUT, false, none, records::add), "ERROR x\n");

    assertThat(records).extracting(LogRecord::severity).containsExactly(Severity.INFO);
  }

  /**
   * Whatever is printed, in whatever pieces, and flushed whenever: it can be put together again.
   */
  @Test
  void nothingIsLostOrMadeUp() {
    long seed = Long.getLong("logsink.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      boolean terminal = random.nextBoolean();
      String printed = randomText(random);
      records.clear();
      feedPieces(splitter(terminal), terminal ? printed.replace("\n", "\r\n") : printed, random);

      assertThat(together()).as("seed %d, round %d", seed, round).isEqualTo(printed);
      assertThat(records).allMatch(record -> record.body().length() <= MAX_BYTES);
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(5_000);
    int newlineEvery = 1 + random.nextInt(2_000);
    for (int i = 0; i < length; i++) {
      int kind = random.nextInt(newlineEvery);
      text.append(kind == 0 ? '\n' : kind < 3 ? '\r' : (char) random.nextInt(256));
    }
    return text.toString();
  }

  private void feedPieces(LineSplitter splitter, String text, Random random) {
    for (int at = 0; at < text.length(); ) {
      int length = Math.min(text.length() - at, 1 + random.nextInt(1_500));
      feed(splitter, text.substring(at, at + length));
      at += length;
      if (random.nextInt(3) == 0) {
        splitter.flush(now, now);
      }
    }
    splitter.end(now, now);
  }

  private String together() {
    StringBuilder text = new StringBuilder();
    for (LogRecord record : records) {
      text.append(text(record));
      boolean whole = record.attributes().get(LineSplitter.PART) == null;
      if (whole || record.attributes().get(LineSplitter.LAST) != null) {
        text.append('\n');
      }
    }
    return text.toString();
  }
}
