package io.logsink.api.query;

import java.util.ServiceLoader;

/**
 * A compiled regular expression of RE2's syntax and semantics: matching takes time linear in the
 * text, so no pattern can hang a reader. Immutable and thread-safe.
 *
 * <p>The engine is one jar beside this one ({@code logsink-regex}), found by {@link ServiceLoader},
 * so that {@code api} needs no library. Backends never compile patterns: they use {@link
 * LogFilter#predicate()}.
 */
public interface LinePattern {
  /** Whether the pattern matches anywhere in {@code text}. */
  boolean find(CharSequence text);

  /** What compiles patterns. Found by {@link ServiceLoader}; stateless. */
  interface Engine {
    /**
     * Compiles {@code pattern}.
     *
     * @throws IllegalArgumentException when it is not of RE2's syntax (see {@code
     *     https://github.com/google/re2/wiki/Syntax})
     */
    LinePattern compile(String pattern);
  }

  /**
   * Compiles {@code pattern} with the engine on the class path.
   *
   * @throws IllegalArgumentException when the pattern is not of RE2's syntax
   * @throws IllegalStateException when there is no engine on the class path
   */
  static LinePattern compile(String pattern) {
    return EngineHolder.engine().compile(pattern);
  }
}
