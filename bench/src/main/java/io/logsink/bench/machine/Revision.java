package io.logsink.bench.machine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The git revision that the running code was built from, when it runs in its checkout. */
final class Revision {
  private Revision() {}

  static Optional<String> ofThisCode() {
    try {
      Path code =
          Path.of(Revision.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return checkout(code).flatMap(Revision::describe);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The folder above {@code code} that is a checkout of LogSink, and not one of something else. */
  static Optional<Path> checkout(Path code) {
    for (Path folder = code; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git")) && Files.exists(folder.resolve("bench/pom.xml"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> describe(Path checkout) {
    try {
      Process git =
          new ProcessBuilder("git", "-C", checkout.toString(), "describe", "--always", "--dirty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
