package io.logsink.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a {@code bench capacity} found.
 *
 * @param file its JSON
 * @param json what stands in there
 */
record CapacityFile(Path file, JsonNode json) {
  private static final String KIND = "capacity";

  /**
   * Reads it.
   *
   * @throws IOException when it is not there, or something else
   */
  static CapacityFile read(Path file) throws IOException {
    CapacityFile read = new CapacityFile(file, tree(file));
    String kind = read.json.path("kind").asText();
    if (!kind.equals(KIND)) {
      throw read.wrong("is no result of 'bench capacity'; its kind is \"%s\"".formatted(kind));
    }
    return read;
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new IOException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  /**
   * The rate that a store held, in records a second.
   *
   * @throws IOException when it was not found, or for another workload
   */
  double rateOf(String workload, String label, boolean withReaders) throws IOException {
    String ofWorkload = json.path("workload").asText();
    if (!ofWorkload.equals(workload)) {
      throw wrong(
          "is a capacity for the workload %s, not %s; name that with --workload"
              .formatted(ofWorkload, workload));
    }
    JsonNode cell = cell(label, withReaders);
    double rate = cell.path("rate").asDouble();
    if (rate <= 0) {
      throw wrong("found no rate for %s: %s".formatted(name(cell), cell.path("sentence").asText()));
    }
    return rate;
  }

  private JsonNode cell(String label, boolean withReaders) throws IOException {
    for (JsonNode cell : json.path("cells")) {
      if (cell.path("label").asText().equals(label)
          && cell.path("withReaders").asBoolean() == withReaders) {
        return cell;
      }
    }
    throw wrong(
        "has nothing of %s %s readers; there are %s"
            .formatted(label, withReaders ? "with" : "without", names()));
  }

  private String names() {
    return StreamSupport.stream(json.path("cells").spliterator(), false)
        .map(CapacityFile::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(JsonNode cell) {
    return "%s %s readers"
        .formatted(
            cell.path("label").asText(), cell.path("withReaders").asBoolean() ? "with" : "without");
  }

  private IOException wrong(String what) {
    return new IOException("%s %s".formatted(file, what));
  }
}
