package io.logsink.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installed Java, as its {@code release} file describes it.
 *
 * @param home its folder
 * @param version its feature version, such as 25
 */
record JavaHome(Path home, int version) {
  private static final Pattern FEATURE = Pattern.compile("\"?(?:1\\.)?([0-9]+).*");

  /** The Java in {@code home}; empty when there is none, or one that does not say its version. */
  static Optional<JavaHome> at(Path home) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    Matcher version = FEATURE.matcher(release.getProperty("JAVA_VERSION", ""));
    JavaHome found = new JavaHome(home, version.matches() ? Integer.parseInt(version.group(1)) : 0);
    return Files.isExecutable(found.java()) ? Optional.of(found) : Optional.empty();
  }

  /** The command that runs programs on it. */
  Path java() {
    Path unix = home.resolve("bin").resolve("java");
    return Files.exists(unix) ? unix : unix.resolveSibling("java.exe");
  }
}
