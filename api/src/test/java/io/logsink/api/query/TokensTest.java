package io.logsink.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokensTest {
  private static List<String> tokens(byte[] body) {
    List<String> tokens = new ArrayList<>();
    Tokens.forEach(
        body,
        (buffer, from, to) ->
            tokens.add(new String(buffer, from, to - from, StandardCharsets.UTF_8)));
    return tokens;
  }

  @Test
  void areLongestRunsOfLettersDigitsAndUnderscores() {
    assertThat(Tokens.of("GET /api/v2?user_id=17 - 404, (a-b)"))
        .containsExactly("get", "api", "v2", "user_id", "17", "404", "a", "b");
  }

  @Test
  void areFoldedWithoutRegardToLanguage() {
    assertThat(Tokens.of("STRASSE Straße ΣΊΣΥΦΟΣ İstanbul"))
        .containsExactly("strasse", "straße", "σίσυφοσ", "istanbul");
  }

  @Test
  void haveLettersAndDigitsOfEveryScript() {
    assertThat(Tokens.of("größe=１２ 日本語 𝒳x ٣")).containsExactly("größe", "１２", "日本語", "𝒳x", "٣");
  }

  @Test
  void areSeparatedByEscapeSequencesAsAWhole() {
    assertThat(Tokens.of("\u001b[1;31merror\u001b[0m: \u001b[2Kdone"))
        .containsExactly("error", "done");
  }

  @Test
  void goOnAfterAnEscapeSequenceThatIsCutOff() {
    assertThat(Tokens.of("a\u001b[1;")).containsExactly("a");
    assertThat(Tokens.of("a\u001b")).containsExactly("a");
    assertThat(Tokens.of("a\u001bb")).containsExactly("a", "b");
  }

  @Test
  void areSeparatedByMalformedBytesAndNuls() {
    assertThat(tokens(new byte[] {'a', (byte) 0xff, 'b', 0, 'c', (byte) 0xc3}))
        .containsExactly("a", "b", "c");
    assertThat(tokens(new byte[] {'x', (byte) 0xe4, 'y'})).containsExactly("x", "y");
  }

  @Test
  void mayBeAsLongAsTheBody() {
    String long_ = "x".repeat(1_000_000);
    assertThat(Tokens.of(long_)).containsExactly(long_);
  }

  @Test
  void stopWhenTheConsumerDeclines() {
    List<String> seen = new ArrayList<>();
    Tokens.forEach(
        "a b c".getBytes(StandardCharsets.UTF_8),
        (buffer, from, to) -> {
          seen.add(new String(buffer, from, to - from, StandardCharsets.UTF_8));
          return seen.size() < 2;
        });
    assertThat(seen).containsExactly("a", "b");
  }

  /**
   * Decodes with the JDK, then splits code point by code point: the definition, said another way.
   */
  private static List<String> slowly(String text) {
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || c == '_') {
            token.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
          } else if (!token.isEmpty()) {
            tokens.add(token.toString());
            token.setLength(0);
          }
        });
    if (!token.isEmpty()) {
      tokens.add(token.toString());
    }
    return tokens;
  }

  @Test
  void agreeWithTheDefinitionOnRandomBytes() {
    long seed = Long.getLong("logsink.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] body = randomBytes(random);
      assertThat(tokens(body))
          .as("-Dlogsink.seed=%d round %d", seed, round)
          .isEqualTo(slowly(new String(body, StandardCharsets.UTF_8)));
    }
  }

  /**
   * Mostly pieces of well-formed UTF-8, sometimes broken; no ESC, which the slow way does not know.
   */
  private static byte[] randomBytes(Random random) {
    String[] pieces = {"a", "Z", "_", "9", " ", "é", "ß", "Σ", "日", "𝒳", "\u0000", "-", "İ", "ﬀ"};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] = (byte) (0x80 | random.nextInt(0x80));
    }
    return bytes;
  }
}
