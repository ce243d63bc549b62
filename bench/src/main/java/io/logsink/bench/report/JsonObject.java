package io.logsink.bench.report;

/**
 * A JSON object being written, its fields in the order of the calls. {@link #toString()} is the
 * text. For one thread.
 */
public final class JsonObject {
  private final StringBuilder text = new StringBuilder("{");

  /** An object without fields. */
  public JsonObject() {}

  /** Adds a text. */
  public JsonObject put(String name, String value) {
    quote(field(name), value);
    return this;
  }

  /** Adds a whole number. */
  public JsonObject put(String name, long value) {
    field(name).append(value);
    return this;
  }

  /** Adds a floating-point number, which has to be finite. */
  public JsonObject put(String name, double finite) {
    field(name).append(finite);
    return this;
  }

  /** Adds true or false. */
  public JsonObject put(String name, boolean value) {
    field(name).append(value);
    return this;
  }

  /** Adds an object as it is now. */
  public JsonObject put(String name, JsonObject value) {
    field(name).append(value);
    return this;
  }

  /** Adds an array of texts, and of numbers, truths and objects as they print themselves. */
  public JsonObject put(String name, Iterable<?> values) {
    StringBuilder target = field(name).append('[');
    String comma = "";
    for (Object value : values) {
      target.append(comma);
      comma = ",";
      if (value instanceof String string) {
        quote(target, string);
      } else {
        target.append(value);
      }
    }
    target.append(']');
    return this;
  }

  private StringBuilder field(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    return quote(text, name).append(':');
  }

  private static StringBuilder quote(StringBuilder target, String value) {
    target.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> target.append("\\\"");
        case '\\' -> target.append("\\\\");
        case '\n' -> target.append("\\n");
        case '\r' -> target.append("\\r");
        case '\t' -> target.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            target.append("\\u%04x".formatted((int) c));
          } else {
            target.append(c);
          }
        }
      }
    }
    return target.append('"');
  }

  @Override
  public String toString() {
    return text + "}";
  }
}
