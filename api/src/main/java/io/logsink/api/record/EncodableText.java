package io.logsink.api.record;

/** Text that survives a trip through UTF-8: every surrogate is paired. */
final class EncodableText {
  private EncodableText() {}

  /**
   * Returns {@code text}, or throws an {@link IllegalArgumentException} that names {@code what} and
   * the place.
   */
  static String require(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!startsPair(text, i)) {
          throw new IllegalArgumentException(
              "%s has an unpaired surrogate at index %d, which UTF-8 cannot carry; pass it as bytes"
                  .formatted(what, i));
        }
        i++;
      }
    }
    return text;
  }

  private static boolean startsPair(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }
}
