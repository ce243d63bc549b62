package io.logsink.bench.decide.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A part of a JSON file, which says where it is when something in it is wrong.
 *
 * @param where the file and the way to it, for messages
 * @param node the part
 */
record JsonPart(String where, JsonNode node) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static JsonPart of(Path file) throws IOException {
    try {
      return of(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file %s".formatted(file), e);
    }
  }

  static JsonPart of(String where, String text) throws IOException {
    try {
      return new JsonPart(where, MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IOException("%s is not JSON: %s".formatted(where, e.getOriginalMessage()), e);
    }
  }

  Optional<JsonPart> find(String name) {
    JsonNode found = node.path(name);
    return found.isMissingNode() || found.isNull()
        ? Optional.empty()
        : Optional.of(new JsonPart(where + ": " + name, found));
  }

  JsonPart at(String name) throws IOException {
    return find(name)
        .orElseThrow(() -> new IOException("%s has no field \"%s\"".formatted(where, name)));
  }

  String text(String name) throws IOException {
    return require(name, JsonNode::isTextual, "a text").asText();
  }

  double number(String name) throws IOException {
    return require(name, JsonNode::isNumber, "a number").asDouble();
  }

  long whole(String name) throws IOException {
    return require(name, JsonNode::isIntegralNumber, "a whole number").asLong();
  }

  boolean flag(String name) throws IOException {
    return require(name, JsonNode::isBoolean, "true or false").asBoolean();
  }

  <E extends Enum<E>> E word(String name, Class<E> type) throws IOException {
    String word = text(name);
    try {
      return Enum.valueOf(type, word);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s: %s must be one of %s, not \"%s\""
              .formatted(where, name, List.of(type.getEnumConstants()), word),
          e);
    }
  }

  List<JsonPart> items(String name) throws IOException {
    JsonNode list = require(name, JsonNode::isArray, "a list");
    List<JsonPart> items = new ArrayList<>();
    list.forEach(
        item -> items.add(new JsonPart("%s: %s[%d]".formatted(where, name, items.size()), item)));
    return items;
  }

  Map<String, String> texts(String name) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    require(name, JsonNode::isObject, "an object")
        .properties()
        .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  private JsonNode require(String name, Predicate<JsonNode> fits, String wanted)
      throws IOException {
    JsonNode found = at(name).node();
    if (!fits.test(found)) {
      throw new IOException("%s: %s must be %s, not %s".formatted(where, name, wanted, found));
    }
    return found;
  }
}
