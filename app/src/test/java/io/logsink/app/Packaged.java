package io.logsink.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the packaged command with the {@code java} of the PATH. */
final class Packaged {
  static final Path JAR = Path.of(System.getProperty("logsink.root"), "app/target/logsink.jar");

  private Packaged() {}

  /**
   * What a process did.
   *
   * @param exitCode its exit code
   * @param out standard output
   * @param err standard error
   */
  record Result(int exitCode, String out, String err) {}

  static Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("java", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return start(environment, command);
  }

  static Process start(Map<String, String> environment, List<String> command) throws IOException {
    return start(Path.of(""), environment, command);
  }

  /** Starts {@code command} in {@code folder}. */
  static Process start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LOGSINK_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Result run(String input, String... arguments) throws IOException, InterruptedException {
    return finish(start(Map.of(), arguments), input);
  }

  static Result finish(Process process, String input) throws IOException, InterruptedException {
    process.outputWriter(StandardCharsets.ISO_8859_1).append(input).close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running: " + process.info());
    }
    return new Result(process.exitValue(), out, err);
  }
}
