package io.logsink.app.entry;

/** A JSON object being written, its fields in the order of the calls. */
final class JsonObject {
  private final StringBuilder text = new StringBuilder("{");

  JsonObject put(String name, String value) {
    quote(field(name), value);
    return this;
  }

  JsonObject put(String name, long value) {
    field(name).append(value);
    return this;
  }

  JsonObject put(String name, double finite) {
    field(name).append(finite);
    return this;
  }

  JsonObject put(String name, boolean value) {
    field(name).append(value);
    return this;
  }

  JsonObject put(String name, JsonObject value) {
    field(name).append(value);
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
