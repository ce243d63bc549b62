package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.logsink.app.Packaged.Result;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar, with its libraries, under the {@code java} that a user has. */
@Timeout(120)
final class PackagedCommandIT {
  @TempDir private Path folder;

  @Test
  void runsUnderAnOlderJavaOnANewerOne() throws Exception {
    int version = versionOnThePath();
    System.out.printf("PackagedCommandIT: the java of the PATH is %d%n", version);
    assumeTrue(version < 25, "the java of the PATH is " + version + ", no older one to try");

    Result result = Packaged.run("", "--version");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("logsink ");
    assertThat(featureIn(result.out())).isGreaterThanOrEqualTo(25);
  }

  @Test
  void hasAllFlagsThatTheLibrariesNeed() throws Exception {
    for (String backend : List.of("sqlite", "lmdb", "rotfile", "ring")) {
      Path store = folder.resolve(backend);
      Result append =
          Packaged.run(
              "a\0b\r\n\u00ff\n", Cli.arguments("append", backend, store, "--source", "x"));
      Result query = Packaged.run("", Cli.arguments("query", backend, store, "--format", "raw"));

      assertThat(append.err()).isEqualTo("logsink: stored 2 records, 5 bytes%n".formatted());
      assertThat(query).isEqualTo(new Result(0, "a\0b\r\n\u00ff\n", ""));
    }
  }

  @Test
  void passesTheExitCodeOn() throws Exception {
    Packaged.run("a\n", Cli.arguments("append", "sqlite", folder, "--source", "x"));

    assertThat(
            Packaged.run("", Cli.arguments("query", "sqlite", folder, "--words", "b")).exitCode())
        .isEqualTo(1);
    assertThat(Packaged.run("", "nonsense").exitCode()).isEqualTo(2);
  }

  @Test
  void readsTheConfigOfTheFolderTheEnvironmentAndTheProperties() throws Exception {
    Files.writeString(folder.resolve("logsink.conf"), "logsink.backend = sqlite");
    Map<String, String> environment =
        Map.of(
            "LOGSINK_BACKEND", "lmdb",
            "LOGSINK_LMDB__ZSTD_LEVEL", "2",
            "LOGSINK_LMDB__FLUSH", "none",
            "LOGSINK_JAVA_OPTS", "-Dlogsink.lmdb.zstd-level=3");
    List<String> command = List.of("java", "-jar", Packaged.JAR.toString(), "config");

    Result file = Packaged.finish(Packaged.start(folder, Map.of(), command), "");
    Result all = Packaged.finish(Packaged.start(folder, environment, command), "");

    assertThat(file.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("logsink.conf is right", "logsink.backend = sqlite # logsink.conf:1");
    assertThat(all.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "logsink.backend = lmdb # environment variable LOGSINK_BACKEND",
            "logsink.lmdb.zstd-level = 3 # system property logsink.lmdb.zstd-level",
            "logsink.lmdb.flush = none # environment variable LOGSINK_LMDB__FLUSH");
  }

  @Test
  void aSignalEndsFollowingWithEverythingPrinted() throws Exception {
    Packaged.run("a\n", Cli.arguments("append", "sqlite", folder, "--source", "x"));
    Process tail =
        Packaged.start(Map.of(), Cli.arguments("tail", "sqlite", folder, "-f", "--format", "raw"));
    try (BufferedReader out = tail.inputReader()) {
      assertThat(out.readLine()).isEqualTo("a");
      List<ProcessHandle> children = tail.descendants().toList();
      tail.destroy();

      assertThat(tail.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(tail.exitValue()).isZero();
      assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    } finally {
      tail.destroyForcibly();
    }
  }

  @Test
  void endsQuietlyWhenThePipeIsClosed() throws Exception {
    String lines = "a line of some length\n".repeat(50_000);
    Packaged.run(lines, Cli.arguments("append", "sqlite", folder, "--source", "x"));
    Process query =
        Packaged.start(Map.of(), Cli.arguments("query", "sqlite", folder, "--format", "raw"));
    query.inputReader().readLine();
    query.getInputStream().close();

    assertThat(query.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(query.exitValue()).isZero();
    assertThat(query.getErrorStream().readAllBytes()).isEmpty();
  }

  @Test
  void saysWhatToInstallWhenTheChosenJavaIsTooOld() throws Exception {
    Map<String, String> environment = Map.of("LOGSINK_JAVA_HOME", folder.toString());
    Result result = Packaged.finish(Packaged.start(environment, "--version"), "");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "logsink: LOGSINK_JAVA_HOME=%s is not the home of a Java 25 or newer%n"
                .formatted(folder));
  }

  private static int versionOnThePath() throws Exception {
    Process java =
        Packaged.start(Map.of(), List.of("java", "-XshowSettings:properties", "-version"));
    Matcher version =
        Pattern.compile("java\\.specification\\.version = (?:1\\.)?([0-9]+)")
            .matcher(Packaged.finish(java, "").err());
    assertThat(version.find()).isTrue();
    return Integer.parseInt(version.group(1));
  }

  private static int featureIn(String text) {
    Matcher version = Pattern.compile("Java ([0-9]+)").matcher(text);
    assertThat(version.find()).as(text).isTrue();
    return Integer.parseInt(version.group(1));
  }
}
