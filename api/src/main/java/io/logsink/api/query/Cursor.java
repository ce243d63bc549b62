package io.logsink.api.query;

import java.util.regex.Pattern;

/**
 * A place in a store to resume from: stays valid as long as the store lives, across appends,
 * retention and reopening. Opaque to users, who keep its {@link #toString()} and get it back with
 * {@link #parse}.
 *
 * @param sequence the sequence that was passed last; 0 is before the first record
 */
public record Cursor(long sequence) {
  private static final Pattern FORM = Pattern.compile("s(0|[1-9][0-9]{0,18})");

  /** Checks the sequence. */
  public Cursor {
    if (sequence < 0 || sequence == Long.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a cursor's sequence must be 0 to 2^63 - 2, so that there is one after it, not "
              + sequence);
    }
  }

  /**
   * The cursor that {@link #toString()} printed.
   *
   * @throws IllegalArgumentException when {@code text} is not a cursor
   */
  public static Cursor parse(String text) {
    if (FORM.matcher(text).matches()) {
      try {
        return new Cursor(Long.parseLong(text.substring(1)));
      } catch (IllegalArgumentException e) {
        throw notACursor(text);
      }
    }
    throw notACursor(text);
  }

  private static IllegalArgumentException notACursor(String text) {
    return new IllegalArgumentException(
        "not a cursor: \"%s\"; use one that an earlier page printed, such as s42".formatted(text));
  }

  @Override
  public String toString() {
    return "s" + sequence;
  }
}
