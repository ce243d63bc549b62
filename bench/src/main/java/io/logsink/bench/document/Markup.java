package io.logsink.bench.document;

/** HTML or SVG being written. Names and sources come from outside, so all text is escaped. */
final class Markup {
  private final StringBuilder text = new StringBuilder();

  /** Adds markup as it is. */
  Markup raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Adds text. */
  Markup text(String plain) {
    text.append(escaped(plain));
    return this;
  }

  /** Adds an element with nothing but text in it. */
  Markup element(String name, String attributes, String plain) {
    return open(name, attributes).text(plain).close(name);
  }

  /** Begins an element; {@code attributes} are as they are to stand. */
  Markup open(String name, String attributes) {
    return raw("<").raw(name).raw(attributes.isEmpty() ? "" : " ").raw(attributes).raw(">");
  }

  Markup close(String name) {
    return raw("</").raw(name).raw(">\n");
  }

  static String escaped(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
