package io.logsink.config;

import io.logsink.config.Shape.Section;
import io.logsink.pipeline.PipelineSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sections below {@code logsink}, in the order in which they are told: the pipeline's, one for
 * each backend, and those that an application adds.
 *
 * @param parts the sections by name
 */
record Sections(SequencedMap<String, Part> parts) {
  /** The key that names the backend. */
  static final String BACKEND = "backend";

  /** The key of the list that says which sources go to another one. */
  static final String ROUTES = "routes";

  /** The section of the pipeline. */
  static final String PIPELINE = "pipeline";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Set<String> TAKEN = Set.of(BACKEND, ROUTES, PIPELINE);

  /**
   * A section.
   *
   * @param keys its keys
   * @param defaults what it has where nothing is given
   */
  record Part(Section keys, Record defaults) {
    static Part of(Record defaults) {
      return new Part(Section.of(defaults), defaults);
    }
  }

  /** Copies the map. */
  Sections {
    parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
  }

  /**
   * Those of the pipeline, of {@code catalogue}, and {@code added}.
   *
   * @throws IllegalArgumentException when the name of an added one is no key, or is taken
   */
  static Sections of(BackendCatalogue catalogue, Map<String, ? extends Record> added) {
    SequencedMap<String, Part> parts = new LinkedHashMap<>();
    parts.put(PIPELINE, Part.of(PipelineSettings.DEFAULT));
    catalogue.entries().forEach((name, entry) -> parts.put(name, entry.part()));
    added.forEach((name, defaults) -> add(parts, name, defaults));
    return new Sections(parts);
  }

  private static void add(SequencedMap<String, Part> parts, String name, Record defaults) {
    if (!isName(name) || parts.containsKey(name)) {
      throw new IllegalArgumentException(
          "a section cannot be named \"%s\"; take a word such as server that is none of %s, %s, %s"
              .formatted(name, BACKEND, ROUTES, String.join(", ", parts.keySet())));
    }
    parts.put(name, Part.of(defaults));
  }

  /** Whether a section can have that name. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches() && !TAKEN.contains(text);
  }
}
