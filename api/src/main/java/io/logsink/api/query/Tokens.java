package io.logsink.api.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The one tokeniser. A token is a longest run of letters, digits and {@code _}, case folded, in
 * UTF-8:
 *
 * <ul>
 *   <li>letters and digits are what {@link Character#isLetterOrDigit(int)} says of the code point;
 *   <li>case is folded code point by code point, to the lower case of the upper case, so without
 *       regard to language;
 *   <li>a malformed byte separates tokens, as does every other code point;
 *   <li>an escape sequence that a terminal would swallow ({@code ESC [ ... letter}, which sets
 *       colours and moves the cursor) separates tokens as a whole: a red {@code error} is the word
 *       {@code error}, not {@code 31merror}.
 * </ul>
 *
 * <p>A token may be as long as the body. Stateless; each call is for the calling thread.
 */
public final class Tokens {
  private static final byte ESC = 0x1b;

  /** For each ASCII byte its folded form when it belongs to a token, else 0. */
  private static final byte[] FOLDED = new byte[128];

  static {
    for (int c = 0; c < FOLDED.length; c++) {
      if (Character.isLetterOrDigit(c) || c == '_') {
        FOLDED[c] = (byte) Character.toLowerCase(c);
      }
    }
  }

  private Tokens() {}

  /** Takes tokens. */
  @FunctionalInterface
  public interface Consumer {
    /**
     * Takes the token at {@code buffer[from, to)}, folded, in UTF-8. The buffer is reused: copy
     * what is to be kept.
     *
     * @return whether to go on
     */
    boolean accept(byte[] buffer, int from, int to);
  }

  /**
   * Hands every token of {@code body} to {@code consumer}, in order and with repeats, until it
   * declines.
   */
  public static void forEach(byte[] body, Consumer consumer) {
    new Run(body, consumer).run();
  }

  /** The tokens of {@code text}, in order and with repeats. */
  public static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    forEach(
        text.getBytes(StandardCharsets.UTF_8),
        (buffer, from, to) ->
            tokens.add(new String(buffer, from, to - from, StandardCharsets.UTF_8)));
    return tokens;
  }

  /** One walk over one body. */
  private static final class Run {
    private final byte[] body;
    private final Consumer consumer;
    private byte[] folded;
    private int length;

    Run(byte[] body, Consumer consumer) {
      this.body = body;
      this.consumer = consumer;
      this.folded = new byte[Math.min(body.length, 64) + 4];
    }

    void run() {
      int i = 0;
      boolean wanted = true;
      while (wanted && i < body.length) {
        byte b = body[i];
        if (b >= 0 && FOLDED[b] != 0) {
          append(FOLDED[b]);
          i++;
        } else if (b >= 0) {
          wanted = endToken();
          i = b == ESC ? skipEscape(i) : i + 1;
        } else {
          int width = Utf8.width(body, i);
          boolean letter = width > 0 && appendLetter(Utf8.decode(body, i, width));
          wanted = letter || endToken();
          i += Math.max(1, width);
        }
      }
      if (wanted) {
        endToken();
      }
    }

    private boolean appendLetter(int codePoint) {
      if (!Character.isLetterOrDigit(codePoint)) {
        return false;
      }
      int lower = Character.toLowerCase(Character.toUpperCase(codePoint));
      length += Utf8.encode(lower, room(4), length);
      return true;
    }

    private void append(byte b) {
      room(1)[length++] = b;
    }

    private byte[] room(int bytes) {
      if (length + bytes > folded.length) {
        folded = Arrays.copyOf(folded, folded.length * 2);
      }
      return folded;
    }

    private boolean endToken() {
      if (length == 0) {
        return true;
      }
      boolean wanted = consumer.accept(folded, 0, length);
      length = 0;
      return wanted;
    }

    /**
     * Past a control sequence of ECMA-48: ESC [, parameters 0x30-0x3F, intermediates 0x20-0x2F, one
     * final 0x40-0x7E.
     */
    private int skipEscape(int escape) {
      int i = escape + 1;
      if (i >= body.length || body[i] != '[') {
        return i;
      }
      i++;
      while (i < body.length && body[i] >= 0x20 && body[i] <= 0x3f) {
        i++;
      }
      return i < body.length && body[i] >= 0x40 && body[i] <= 0x7e ? i + 1 : i;
    }
  }
}
