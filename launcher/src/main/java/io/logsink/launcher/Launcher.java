package io.logsink.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class of {@code logsink.jar}: runs on any Java of 17 or newer, and runs the program in a
 * child process on one of 25 or newer, with the flags that its libraries need. The child has this
 * process's standard streams; it is ended when this process is told to end, and its exit code is
 * this process's.
 *
 * <p>A child is started on a newer Java too: half of the flags cannot be set from inside a JVM, nor
 * the jars of the plug-in folder be added to its class path.
 */
public final class Launcher {
  private static final int CANNOT_START = 2;

  private Launcher() {}

  /** Runs the program with {@code arguments} and ends the JVM with its exit code. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      Program program =
          new Program(Path.of(System.getProperty("java.class.path")), System.getenv());
      System.exit(run(program.command(JavaSearch.here().find(), arguments)));
    } catch (LauncherException | IOException e) {
      System.err.println("logsink: " + e.getMessage());
      System.exit(CANNOT_START);
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process child = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child), "end-child"));
    return child.waitFor();
  }

  /**
   * Runs when the child has ended, and on SIGINT or SIGTERM. Halting is the one way to choose the
   * exit code after a signal.
   */
  private static void end(Process child) {
    child.destroy();
    Runtime.getRuntime().halt(exitCode(child));
  }

  private static int exitCode(Process child) {
    while (true) {
      try {
        return child.waitFor();
      } catch (InterruptedException e) {
        // nobody interrupts this thread on purpose; the child decides when it ends
      }
    }
  }
}
