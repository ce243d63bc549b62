package io.logsink.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clauses as {@code docs/contract.md} has them: id to text, in its order. */
final class Contract {
  private static final Pattern CLAUSE =
      Pattern.compile(
          "^### ([A-Z][0-9]+): (.*?)\\n(.*?)(?=^#|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

  private Contract() {}

  static SequencedMap<String, String> clauses() {
    SequencedMap<String, String> clauses = new LinkedHashMap<>();
    Matcher matcher = CLAUSE.matcher(document());
    while (matcher.find()) {
      String text = (matcher.group(2) + ". " + matcher.group(3).strip()).replaceAll("\\s+", " ");
      clauses.put(matcher.group(1), text);
    }
    return Collections.unmodifiableSequencedMap(clauses);
  }

  private static String document() {
    try (InputStream in = Contract.class.getResourceAsStream("contract.md")) {
      if (in == null) {
        throw new IllegalStateException("contract.md is not beside the kit's classes");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
