package io.logsink.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * A value of a request and where it stands, so that who finds it wrong can say which one it is.
 *
 * @param path where, {@code records[3].severity}
 * @param node the value; missing when there is none
 */
public record Field(String path, JsonNode node) {
  /** The parameters of a request; none is an empty object. */
  public static Field params(JsonNode node) {
    return new Field("params", node);
  }

  /** Whether there is a value; null is none. */
  public boolean isGiven() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** The member of that name, of which there may be none. */
  public Field member(String name) {
    JsonNode member = node.get(name);
    return new Field(
        path.equals("params") ? name : path + "." + name,
        member == null ? MissingNode.getInstance() : member);
  }

  /** The elements of this list. */
  public List<Field> elements() {
    if (!node.isArray()) {
      throw mustBe("a list");
    }
    List<Field> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new Field(path + "[" + i + "]", node.get(i)));
    }
    return elements;
  }

  /** Requires an object without members of other names. */
  public Field requireMembers(List<String> known) {
    if (!node.isObject()) {
      throw mustBe("an object");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw member(name).mustBe("left out: what is known here is " + String.join(", ", known));
      }
    }
    return this;
  }

  /** This text. */
  public String text() {
    if (!node.isTextual()) {
      throw mustBe("a text");
    }
    return node.textValue();
  }

  /** This number, from {@code least} to {@code most}. */
  public long wholeNumber(long least, long most) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      long value = node.longValue();
      if (least <= value && value <= most) {
        return value;
      }
    }
    throw mustBe("a whole number, %d to %d".formatted(least, most));
  }

  /** What {@code maker} makes of this text, whose refusal is told as this field's. */
  public <T> T made(Function<String, T> maker, String allowed) {
    String text = text();
    try {
      return maker.apply(text);
    } catch (InvalidFieldException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw mustBe(allowed + " (" + e.getMessage() + ")");
    }
  }

  /** That this field is not what it must be. */
  public InvalidFieldException mustBe(String allowed) {
    return new InvalidFieldException(
        path, node.isMissingNode() ? "left out" : node.toString(), allowed);
  }
}
