package io.logsink.supervisor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is started: everything looked up, because the libraries that start processes each look in
 * other places, and one of them tells nobody that the folder is not there.
 *
 * @param command the program's absolute path and its arguments
 * @param directory the folder, absolute
 * @param environment the whole environment
 */
record Launch(List<String> command, Path directory, Map<String, String> environment) {
  /**
   * Looks up what {@code settings} name.
   *
   * @throws IOException when it is not there; the message says what is missing where
   */
  static Launch of(ServiceSettings settings) throws IOException {
    Path directory = settings.directory().toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      throw new IOException("the folder " + directory + " is not there");
    }
    Map<String, String> environment = environment(settings);
    List<String> command = new ArrayList<>(settings.command());
    command.set(0, find(command.getFirst(), directory, environment.getOrDefault("PATH", "")));
    return new Launch(List.copyOf(command), directory, environment);
  }

  private static Map<String, String> environment(ServiceSettings settings) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    if (settings.output() == ServiceOutput.TERMINAL) {
      environment.put("COLUMNS", Integer.toString(settings.terminal().columns()));
      environment.put("LINES", Integer.toString(settings.terminal().rows()));
    }
    for (String variable : settings.environment()) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return environment;
  }

  private static String find(String program, Path directory, String path) throws IOException {
    if (program.indexOf('/') >= 0) {
      return requireProgram(program, directory.resolve(program));
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = directory.resolve(folder).resolve(program);
      if (isProgram(file)) {
        return file.toString();
      }
    }
    throw new IOException(
        "command not found: %s is in no folder of the PATH %s".formatted(program, path));
  }

  private static String requireProgram(String program, Path file) throws IOException {
    if (!isProgram(file)) {
      throw new IOException(
          "command not found: %s is %s"
              .formatted(program, Files.exists(file) ? "no program" : "not there: " + file));
    }
    return file.toString();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** The environment as {@code NAME=value}. */
  String[] variables() {
    return environment.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .toArray(String[]::new);
  }
}
