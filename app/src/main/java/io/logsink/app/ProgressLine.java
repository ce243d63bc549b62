package io.logsink.app;

import io.logsink.bench.BenchProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Shows how far a command is, on standard error: one line that is written over and over on a
 * terminal, elsewhere a line for each tenth of the work. Closing takes the line away.
 */
final class ProgressLine implements BenchProgress, AutoCloseable {
  private static final int BAR_LENGTH = 20;
  private static final double PLAIN_STEP = 0.1;
  private static final String START_OF_LINE = "\r\033[K";

  private final PrintWriter err;
  private final boolean terminal;
  private double nextPlain;

  ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  static ProgressLine on(Console console) {
    return new ProgressLine(console.err(), isTerminal());
  }

  /**
   * Asks the system, since Java only knows whether standard input and output both are terminals.
   */
  private static boolean isTerminal() {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
      return target.startsWith("/dev/pts") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public void at(String what, double done, Duration left) {
    String text = "%3.0f %%, about %d s left: %s".formatted(100 * done, left.toSeconds(), what);
    if (terminal) {
      int full = (int) (BAR_LENGTH * done);
      err.print(
          START_OF_LINE + "[" + "=".repeat(full) + " ".repeat(BAR_LENGTH - full) + "] " + text);
    } else if (done >= nextPlain) {
      err.println("logsink: " + text.strip());
      nextPlain = done + PLAIN_STEP;
    }
    err.flush();
  }

  @Override
  public void close() {
    if (terminal) {
      err.print(START_OF_LINE);
      err.flush();
    }
  }
}
