package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads and writes JSON. Field names of strangers are not interned: nothing of them stays. */
public final class Json {
  /** How deep what a client sends may be nested. */
  public static final int MAX_DEPTH = 100;

  /**
   * How many tokens a request may have: names, values, and the brackets around them. Each may take
   * a hundred bytes of memory where it took one of the request.
   */
  public static final int MAX_TOKEN_COUNT = 50_000;

  private static final ObjectMapper STRANGERS =
      mapper(
          StreamReadConstraints.builder()
              .maxNestingDepth(MAX_DEPTH)
              .maxTokenCount(MAX_TOKEN_COUNT)
              .maxStringLength(Integer.MAX_VALUE)
              .build());

  private static final ObjectMapper OWN =
      mapper(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build());

  private Json() {}

  private static ObjectMapper mapper(StreamReadConstraints constraints) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /**
   * The one JSON value that {@code bytes} are, which a stranger sent.
   *
   * @throws MalformedJsonException when they are not UTF-8, not one JSON value, nested too deep, of
   *     too many tokens, or have a name twice in an object
   */
  public static JsonNode parse(byte[] bytes) throws MalformedJsonException {
    try {
      JsonNode node = STRANGERS.readTree(utf8(bytes));
      if (node.isMissingNode()) {
        throw new MalformedJsonException("the request is empty", null);
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new MalformedJsonException(e.getOriginalMessage() + place(e.getLocation()), e);
    }
  }

  /** Jackson's own decoder lets some malformed sequences pass and guesses at other encodings. */
  private static String utf8(byte[] bytes) throws MalformedJsonException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJsonException(
          "the request is not UTF-8; send bytes that are not text as base64", e);
    }
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** The JSON value that a server of ours sent. */
  public static JsonNode read(InputStream in) throws IOException {
    return OWN.readTree(in);
  }

  /**
   * The JSON value that {@code text} is.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static JsonNode parseOwn(String text) {
    try {
      return OWN.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes to {@code out}, which it neither flushes nor closes. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return OWN.createGenerator(out);
  }

  /** Writes {@code value}: records, maps, lists, text and numbers. */
  public static void write(JsonGenerator out, Object value) throws IOException {
    OWN.writeValue(out, value);
  }

  /** {@code value} as a tree: records, maps, lists, text and numbers. */
  public static JsonNode tree(Object value) {
    return OWN.valueToTree(value);
  }
}
