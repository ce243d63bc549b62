package io.logsink.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks for a Java that can run the program: first what the user names, then the Java that runs
 * already, then the places where the build looks for its JDK.
 *
 * @param environment the environment variables
 * @param running the home of the Java that runs already
 * @param folders folders of installed Javas
 */
record JavaSearch(Map<String, String> environment, Path running, List<Path> folders) {
  /** The oldest Java that will do. */
  static final int LEAST_VERSION = 25;

  /** The variable that decides alone when it is set. */
  static final String CHOSEN = "LOGSINK_JAVA_HOME";

  /** On this machine. */
  static JavaSearch here() {
    return new JavaSearch(
        System.getenv(),
        Path.of(System.getProperty("java.home")),
        usualFolders(Path.of(System.getProperty("user.home"))));
  }

  /** The folders of maven-toolchains-plugin, and {@code /opt}. */
  private static List<Path> usualFolders(Path user) {
    return List.of(
        Path.of("/usr/lib/jvm"),
        Path.of("/usr/java"),
        Path.of("/usr/jdk"),
        Path.of("/opt/java"),
        Path.of("/opt"),
        Path.of("/Library/Java/JavaVirtualMachines"),
        user.resolve("Library/Java/JavaVirtualMachines"),
        user.resolve(".sdkman/candidates/java"),
        user.resolve(".jdks"),
        user.resolve(".m2/jdks"),
        user.resolve(".gradle/jdks"),
        user.resolve(".jenv/versions"),
        user.resolve(".jbang/cache/jdks"),
        user.resolve(".asdf/installs/java"),
        user.resolve(".jabba/jdk"),
        user.resolve("scoop/apps"),
        Path.of("C:/Program Files/Java"),
        Path.of("C:/Program Files/Eclipse Adoptium"));
  }

  /**
   * The first that will do.
   *
   * @throws LauncherException when there is none, or the one that the user names will not do
   */
  JavaHome find() throws LauncherException {
    String chosen = environment.get(CHOSEN);
    if (chosen != null) {
      return usable(Path.of(chosen))
          .orElseThrow(() ->
              new LauncherException(
                  "%s=%s is not the home of a Java %d or newer"
                      .formatted(CHOSEN, chosen, LEAST_VERSION)));
    }
    return candidates()
        .flatMap(home -> usable(home).stream())
        .findFirst()
        .orElseThrow(JavaSearch::nothingFound);
  }

  private static LauncherException nothingFound() {
    return new LauncherException(
        "needs a JDK %d or newer and found none; install one, for example from https://adoptium.net, and if it is not found then, set %s to its folder"
            .formatted(LEAST_VERSION, CHOSEN));
  }

  private static Optional<JavaHome> usable(Path home) {
    return JavaHome.at(home).filter(java -> java.version() >= LEAST_VERSION);
  }

  private Stream<Path> candidates() {
    Stream<Path> installed =
        folders.stream()
            .flatMap(JavaSearch::children)
            .flatMap(folder -> Stream.of(folder, folder.resolve("Contents/Home")));
    return Stream.of(Stream.of(running), named(), installed).flatMap(stream -> stream);
  }

  /**
   * What {@code JAVA_HOME}, {@code JAVA25_HOME} and their like say, in the order of their names.
   */
  private Stream<Path> named() {
    return new TreeMap<>(environment)
        .entrySet().stream()
            .filter(variable -> variable.getKey().matches("JAVA[0-9]*_HOME"))
            .flatMap(variable -> path(variable.getValue()));
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
