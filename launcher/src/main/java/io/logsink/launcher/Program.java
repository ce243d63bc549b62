package io.logsink.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is started.
 *
 * @param jar the jar with the program; its manifest names its libraries
 * @param environment the environment variables
 */
record Program(Path jar, Map<String, String> environment) {
  private static final String MAIN_CLASS = "io.logsink.app.Main";

  /** A folder of jars that join the class path: the backends of third parties. */
  static final String PLUGINS = "LOGSINK_PLUGINS";

  /** More options for the JVM, separated by spaces. */
  static final String JAVA_OPTIONS = "LOGSINK_JAVA_OPTS";

  /** The command line that runs it on {@code java} with {@code arguments}. */
  List<String> command(JavaHome java, String... arguments) throws LauncherException {
    List<String> command = new ArrayList<>();
    command.add(java.java().toString());
    command.addAll(flags());
    command.addAll(words(environment.getOrDefault(JAVA_OPTIONS, "")));
    command.add("-classpath");
    command.add(jar + File.pathSeparator + plugins().resolve("*"));
    command.add(MAIN_CLASS);
    command.addAll(List.of(arguments));
    return command;
  }

  /** The folder that the user names, or {@code plugins} beside the jar, which need not be there. */
  private Path plugins() throws LauncherException {
    String named = environment.get(PLUGINS);
    if (named == null) {
      return jar.resolveSibling("plugins");
    }
    if (!Files.isDirectory(Path.of(named))) {
      throw new LauncherException("%s=%s is not a folder".formatted(PLUGINS, named));
    }
    return Path.of(named);
  }

  /** What the libraries need from the JVM. */
  static List<String> flags() {
    try (InputStream resource = Program.class.getResourceAsStream("launcher.properties")) {
      if (resource == null) {
        throw new IllegalStateException("launcher.properties is missing; build again");
      }
      Properties properties = new Properties();
      properties.load(resource);
      return words(properties.getProperty("flags"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String text) {
    return Stream.of(text.trim().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
