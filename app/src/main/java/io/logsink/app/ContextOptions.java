package io.logsink.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many neighbours of each hit. */
final class ContextOptions {
  private static final int MOST = 1_000;

  @Option(
      names = {"-A", "--after-context"},
      paramLabel = "N",
      description = "Also the N entries after each hit, up to " + MOST + ".")
  private @Nullable Integer after;

  @Option(
      names = {"-B", "--before-context"},
      paramLabel = "N",
      description = "Also the N entries before each hit.")
  private @Nullable Integer before;

  @Option(
      names = {"-C", "--context"},
      paramLabel = "N",
      description = "Also the N entries before and after each hit.")
  private int both;

  int after() {
    return checked(after == null ? both : after);
  }

  int before() {
    return checked(before == null ? both : before);
  }

  boolean isNone() {
    return after() == 0 && before() == 0;
  }

  private static int checked(int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("context must be 0 to %d, not %d".formatted(MOST, count));
    }
    return count;
  }
}
