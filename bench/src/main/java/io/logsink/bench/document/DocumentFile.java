package io.logsink.bench.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A result in a file: JSON for programs, in which its document stands as the field {@code
 * document}.
 */
public final class DocumentFile {
  private static final String FIELD = "document";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private DocumentFile() {}

  /**
   * The text of a file.
   *
   * @param result a JSON object
   */
  public static String text(String result, Document document) {
    try {
      ObjectNode json = (ObjectNode) MAPPER.readTree(result);
      return json.set(FIELD, MAPPER.valueToTree(document)) + "\n";
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a JSON object: " + result, e);
    }
  }

  /**
   * Reads the document of a result.
   *
   * @throws IOException when there is none, saying what to do
   */
  public static Document read(Path file) throws IOException {
    try {
      JsonNode document = MAPPER.readTree(Files.readString(file)).path(FIELD);
      if (document.isMissingNode()) {
        throw new IOException(
            "%s has no field \"%s\"; name a file that --json of a bench wrote"
                .formatted(file, FIELD));
      }
      return MAPPER.treeToValue(document, Document.class);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "there is no file %s; name one that --json of a bench wrote".formatted(file), e);
    } catch (JacksonException e) {
      throw new IOException(
          "%s is no result of a bench (%s); measure again, or name a file that --json wrote"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }
}
