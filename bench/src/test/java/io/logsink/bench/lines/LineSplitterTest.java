package io.logsink.bench.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineSplitterTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());

  @Test
  void splitsAtNewlinesOnlyAndKeepsEverythingElse() {
    assertThat(split(100, "a\r\n\n\0b\tc\n")).containsExactly("a\r", "", "\0b\tc");
  }

  @Test
  void keepsALastLineThatHasNoNewline() {
    assertThat(split(100, "a\nb")).containsExactly("a", "b");
  }

  @Test
  void putsALineTogetherThatComesInPieces() {
    assertThat(split(100, "a", "b", "c\nd", "\n")).containsExactly("abc", "d");
  }

  @Test
  void makesNothingOfNothing() {
    assertThat(split(100)).isEmpty();
  }

  @Test
  void cutsALineThatIsTooLongAndCountsIt() {
    LineSplitter splitter = new LineSplitter(4);
    byte[] line = "abcdefghij\nabcd\n".getBytes(StandardCharsets.US_ASCII);

    assertThat(splitter.lines(line, line.length))
        .extracting(LogBody::text)
        .containsExactly("abcd", "efgh", "ij", "abcd");
    assertThat(splitter.splitCount()).isEqualTo(2);
  }

  @Test
  void givesTheSameLinesHoweverTheBytesArrive() {
    Random random = new Random(SEED);
    byte[] bytes = new byte[5_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(8) == 0 ? '\n' : random.nextInt(256));
    }
    assertThat(inPieces(bytes, random)).as("logsink.seed=%d", SEED).isEqualTo(inOne(bytes));
  }

  private static List<LogBody> inOne(byte[] bytes) {
    List<LogBody> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      boolean atEnd = i == bytes.length;
      if (atEnd ? start < i : bytes[i] == '\n') {
        lines.add(LogBody.of(Arrays.copyOfRange(bytes, start, i)));
        start = i + 1;
      }
    }
    return lines;
  }

  private static List<LogBody> inPieces(byte[] bytes, Random random) {
    LineSplitter splitter = new LineSplitter(1_000_000);
    List<LogBody> lines = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      int end = Math.min(bytes.length, start + random.nextInt(50));
      byte[] piece = Arrays.copyOfRange(bytes, start, end);
      lines.addAll(splitter.lines(piece, piece.length));
      start = end;
    }
    splitter.rest().ifPresent(lines::add);
    return lines;
  }

  private static List<String> split(int maxBytes, String... chunks) {
    LineSplitter splitter = new LineSplitter(maxBytes);
    List<LogBody> lines = new ArrayList<>();
    for (String chunk : chunks) {
      byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
      lines.addAll(splitter.lines(bytes, bytes.length));
    }
    splitter.rest().ifPresent(lines::add);
    return lines.stream().map(LogBody::text).toList();
  }
}
