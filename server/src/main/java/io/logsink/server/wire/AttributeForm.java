package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A typed value. Text, true and false, whole numbers that JavaScript can count, and numbers with a
 * fraction are what JSON calls them. What JSON would leave unclear is an object with the type's
 * name as its only key: {@code {"bytes": "AP8="}}, {@code {"double": 1.0}}, {@code {"double":
 * "NaN"}}, {@code {"long": "9007199254740993"}}.
 */
final class AttributeForm {
  private static final long MOST_SAFE = (1L << 53) - 1;
  private static final List<String> TYPES = List.of("string", "boolean", "long", "double", "bytes");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
  private static final Map<String, Double> UNUSUAL =
      Map.of(
          "NaN",
          Double.NaN,
          "Infinity",
          Double.POSITIVE_INFINITY,
          "-Infinity",
          Double.NEGATIVE_INFINITY);

  private AttributeForm() {}

  static void writeAll(JsonGenerator out, Map<String, AttributeValue> attributes)
      throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      out.writeFieldName(attribute.getKey());
      write(out, attribute.getValue());
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, AttributeValue attribute) throws IOException {
    switch (attribute) {
      case AttributeValue.StringValue(String value) -> out.writeString(value);
      case AttributeValue.BooleanValue(boolean value) -> out.writeBoolean(value);
      case AttributeValue.LongValue(long value) -> writeLong(out, value);
      case AttributeValue.DoubleValue(double value) -> writeDouble(out, value);
      case AttributeValue.BytesValue bytes -> {
        out.writeStartObject();
        out.writeBinaryField("bytes", bytes.value());
        out.writeEndObject();
      }
    }
  }

  private static void writeLong(JsonGenerator out, long value) throws IOException {
    if (-MOST_SAFE <= value && value <= MOST_SAFE) {
      out.writeNumber(value);
    } else {
      out.writeStartObject();
      out.writeStringField("long", Long.toString(value));
      out.writeEndObject();
    }
  }

  private static void writeDouble(JsonGenerator out, double value) throws IOException {
    if (Double.isFinite(value) && value != Math.rint(value)) {
      out.writeNumber(value);
      return;
    }
    out.writeStartObject();
    if (Double.isFinite(value)) {
      out.writeNumberField("double", value);
    } else {
      out.writeStringField("double", Double.toString(value));
    }
    out.writeEndObject();
  }

  static Attributes readAll(Field field) {
    if (!field.isGiven()) {
      return Attributes.EMPTY;
    }
    Map<String, AttributeValue> values = readMap(field);
    try {
      return Attributes.of(values);
    } catch (IllegalArgumentException e) {
      throw field.mustBe(
          "at most %d attributes with keys that UTF-8 can carry (%s)"
              .formatted(Attributes.MAX_COUNT, e.getMessage()));
    }
  }

  static Map<String, AttributeValue> readMap(Field field) {
    if (!field.node().isObject()) {
      throw field.mustBe("an object of attributes by key");
    }
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    field.node().fieldNames().forEachRemaining(key -> values.put(key, read(field.member(key))));
    return values;
  }

  private static AttributeValue read(Field field) {
    JsonNode node = field.node();
    if (node.isTextual()) {
      return field.made(AttributeValue::of, "text that UTF-8 can carry");
    }
    if (node.isBoolean()) {
      return AttributeValue.of(node.booleanValue());
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() ? AttributeValue.of(wholeNumber(field)) : ofDouble(field);
    }
    return typed(field);
  }

  private static AttributeValue typed(Field field) {
    if (!field.node().isObject() || field.node().size() != 1) {
      throw field.mustBe(
          "a text, a number, true, false, or an object of one of %s; send nested values as a text of JSON"
              .formatted(String.join(", ", TYPES)));
    }
    String type = field.requireMembers(TYPES).node().fieldNames().next();
    Field value = field.member(type);
    return switch (type) {
      case "string" -> value.made(AttributeValue::of, "text that UTF-8 can carry");
      case "boolean" -> ofBoolean(value);
      case "long" -> AttributeValue.of(wholeNumber(value));
      case "double" -> ofDouble(value);
      default -> ofBytes(value);
    };
  }

  private static AttributeValue ofBytes(Field field) {
    byte[] bytes = field.made(text -> Base64.getDecoder().decode(text), "base64");
    return AttributeValue.of(bytes);
  }

  private static AttributeValue ofBoolean(Field field) {
    if (!field.node().isBoolean()) {
      throw field.mustBe("true or false");
    }
    return AttributeValue.of(field.node().booleanValue());
  }

  private static long wholeNumber(Field field) {
    JsonNode node = field.node();
    if (node.isTextual() && WHOLE.matcher(node.textValue()).matches()) {
      return field.made(Long::valueOf, "a whole number of 64 bits");
    }
    return field.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static AttributeValue ofDouble(Field field) {
    JsonNode node = field.node();
    Double unusual = node.isTextual() ? UNUSUAL.get(node.textValue()) : null;
    if (unusual != null) {
      return AttributeValue.of(unusual.doubleValue());
    }
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw field.mustBe("a number that 64 bits can hold, \"NaN\", \"Infinity\" or \"-Infinity\"");
    }
    return AttributeValue.of(node.doubleValue());
  }
}
