package io.logsink.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.logsink.api.query.LinePattern;

/**
 * The engine that {@link LinePattern#compile} finds: RE2/J. No backreferences, no lookaround; in
 * exchange a match takes time linear in the text whatever the pattern, and a pattern whose program
 * would be too big is refused when it is compiled. Stateless and thread-safe.
 */
public final class Re2Engine implements LinePattern.Engine {
  /** For {@link java.util.ServiceLoader}. */
  public Re2Engine() {}

  @Override
  public LinePattern compile(String pattern) {
    ProgramSize.requireSmall(pattern);
    try {
      return new Re2Pattern(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "not a regular expression of RE2's syntax: \"%s\": %s; see https://github.com/google/re2/wiki/Syntax"
              .formatted(pattern, e.getDescription()),
          e);
    }
  }

  private record Re2Pattern(Pattern pattern) implements LinePattern {
    @Override
    public boolean find(CharSequence text) {
      return pattern.matcher(text).find();
    }

    @Override
    public String toString() {
      return pattern.pattern();
    }
  }
}
