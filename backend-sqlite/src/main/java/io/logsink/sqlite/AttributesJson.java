package io.logsink.sqlite;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as a JSON object that SQLite's JSON functions can take apart, and back without loss:
 *
 * <ul>
 *   <li>text is a string, true and false are themselves;
 *   <li>a whole number has digits only; a floating-point number has a point or an exponent, as
 *       {@link Double#toString(double)} writes it;
 *   <li>NaN and the infinities, which JSON has not, are {@code {"double":"NaN"}}; bytes are {@code
 *       {"bytes":"00ff"}}.
 * </ul>
 */
final class AttributesJson {
  private AttributesJson() {}

  /** The text for the column; null when there are no attributes. */
  static @Nullable String encode(Attributes attributes) {
    if (attributes.isEmpty()) {
      return null;
    }
    StringJoiner object = new StringJoiner(",", "{", "}");
    attributes.asMap().forEach((key, value) -> object.add(quote(key) + ":" + encode(value)));
    return object.toString();
  }

  private static String encode(AttributeValue value) {
    return switch (value) {
      case AttributeValue.StringValue(String text) -> quote(text);
      case AttributeValue.BooleanValue(boolean flag) -> Boolean.toString(flag);
      case AttributeValue.LongValue(long number) -> Long.toString(number);
      case AttributeValue.DoubleValue(double number) ->
          Double.isFinite(number) ? Double.toString(number) : "{\"double\":\"" + number + "\"}";
      case AttributeValue.BytesValue bytes -> "{\"bytes\":\"" + bytes.text() + "\"}";
    };
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * The attributes that {@link #encode} made {@code json} of.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Attributes decode(@Nullable String json) {
    return json == null ? Attributes.EMPTY : new Parser(json).attributes();
  }

  /** Reads the JSON that is written here, and no more of JSON than that. */
  private static final class Parser {
    private final String json;
    private int index;

    Parser(String json) {
      this.json = json;
    }

    Attributes attributes() {
      Map<String, AttributeValue> values = new TreeMap<>();
      expect('{');
      do {
        String key = string();
        expect(':');
        values.put(key, value());
      } while (accept(','));
      expect('}');
      if (index < json.length()) {
        throw malformed();
      }
      return Attributes.of(values);
    }

    private AttributeValue value() {
      return switch (peek()) {
        case '"' -> AttributeValue.of(string());
        case '{' -> tagged();
        default -> literal();
      };
    }

    private AttributeValue tagged() {
      expect('{');
      String tag = string();
      expect(':');
      String text = string();
      expect('}');
      return switch (tag) {
        case "double" -> AttributeValue.of(Double.parseDouble(text));
        case "bytes" -> AttributeValue.of(HexFormat.of().parseHex(text));
        default -> throw malformed();
      };
    }

    private AttributeValue literal() {
      int start = index;
      while (index < json.length() && ",}".indexOf(json.charAt(index)) < 0) {
        index++;
      }
      String text = json.substring(start, index);
      if (text.equals("true") || text.equals("false")) {
        return AttributeValue.of(text.equals("true"));
      }
      return text.matches("-?[0-9]+")
          ? AttributeValue.of(Long.parseLong(text))
          : AttributeValue.of(Double.parseDouble(text));
    }

    private String string() {
      expect('"');
      StringBuilder text = new StringBuilder();
      while (peek() != '"') {
        char c = json.charAt(index++);
        text.append(c == '\\' ? escaped() : c);
      }
      expect('"');
      return text.toString();
    }

    private char escaped() {
      char c = peek();
      index++;
      if (c != 'u') {
        return c;
      }
      int code = Integer.parseInt(json, index, index + 4, 16);
      index += 4;
      return (char) code;
    }

    private char peek() {
      if (index >= json.length()) {
        throw malformed();
      }
      return json.charAt(index);
    }

    private boolean accept(char c) {
      if (peek() != c) {
        return false;
      }
      index++;
      return true;
    }

    private void expect(char c) {
      if (!accept(c)) {
        throw malformed();
      }
    }

    private IllegalArgumentException malformed() {
      return new IllegalArgumentException("not attributes, at index %d: %s".formatted(index, json));
    }
  }
}
