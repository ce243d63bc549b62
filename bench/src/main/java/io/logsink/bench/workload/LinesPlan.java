package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;

/**
 * The lines of a producer. They are in memory before the load begins, and are sent over and over
 * again.
 *
 * @param kind where they come from
 * @param path the file or folder of {@link LineKind#PATH}; else empty
 * @param command the shell command of {@link LineKind#COMMAND}; else empty
 * @param seed what made-up lines are drawn with: the same seed gives the same lines
 * @param count how many there are before they repeat, 1 to 1,000,000; fewer when there are not more
 * @param length how long those of {@link LineKind#TEXT} are
 */
public record LinesPlan(
    LineKind kind, Path path, String command, long seed, int count, LengthPlan length) {
  private static final int MOST_COUNT = 1_000_000;

  /** 20,000 lines of {@link LineKind#TEXT}. */
  public static final LinesPlan DEFAULT =
      new LinesPlan(LineKind.TEXT, Path.of(""), "", 1, 20_000, LengthPlan.DEFAULT);

  /** Checks that what the kind needs is there. */
  public LinesPlan {
    if (kind == LineKind.PATH && path.toString().isEmpty()) {
      throw new InvalidSettingException("path", "\"\"", "a file or folder when kind is path");
    }
    if (kind == LineKind.COMMAND && command.isBlank()) {
      throw new InvalidSettingException("command", "\"\"", "a command when kind is command");
    }
    if (count < 1 || count > MOST_COUNT) {
      throw new InvalidSettingException("count", count, "1 to 1000000");
    }
  }

  /** Lines of a kind that is made up, with the default of everything else. */
  public static LinesPlan of(LineKind kind) {
    return new LinesPlan(
        kind, DEFAULT.path, DEFAULT.command, DEFAULT.seed, DEFAULT.count, DEFAULT.length);
  }

  /** These lines, fewer or more of them. */
  public LinesPlan withCount(int other) {
    return new LinesPlan(kind, path, command, seed, other, length);
  }

  /** These lines with other lengths. */
  public LinesPlan withLength(LengthPlan other) {
    return new LinesPlan(kind, path, command, seed, count, other);
  }
}
