package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigErrorsTest {
  private static final String DISK_KEYS =
      "directory, window, write-mode, compress, level, buffer-bytes, max-count, ratio, label, tags";

  @TempDir private Path folder;

  private ConfigFixture fixture = new ConfigFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new ConfigFixture(folder);
  }

  @Test
  void anUnknownBackend() {
    assertThat(fixture.problems("logsink {", "  backend = dsik", "}"))
        .containsExactly(
            "my.conf:2: logsink.backend must be disk or tape, not \"dsik\", did you mean disk?");
    assertThat(fixture.problems("logsink.backend = oracle"))
        .containsExactly("my.conf:1: logsink.backend must be disk or tape, not \"oracle\"");
  }

  @Test
  void noBackend() {
    assertThat(fixture.problems("logsink { disk { level = 1 } }"))
        .containsExactly("my.conf: logsink.backend is not set; it must be disk or tape");
    assertThat(fixture.problems(ConfigSources.none()))
        .containsExactly("logsink.backend is not set; it must be disk or tape");
    assertThat(fixture.problems(ConfigSources.none().withDefaultBackend("sqlite")))
        .containsExactly("default: logsink.backend must be disk or tape, not \"sqlite\"");
  }

  @Test
  void anUnknownKey() {
    assertThat(disk("levle = 1"))
        .containsExactly(
            "my.conf:2: unknown key logsink.disk.levle, did you mean level?; the keys here are "
                + DISK_KEYS);
    assertThat(disk("window { maxBytes = 1GiB }"))
        .containsExactly(
            "my.conf:2: unknown key logsink.disk.window.maxBytes, did you mean max-bytes?;"
                + " the keys here are max-age, max-bytes");
    assertThat(disk("nonsense = 1"))
        .containsExactly(
            "my.conf:2: unknown key logsink.disk.nonsense; the keys here are " + DISK_KEYS);
  }

  @Test
  void aKeyThatStandsTooHighUp() {
    assertThat(disk("max-bytes = 1GiB"))
        .singleElement()
        .asString()
        .startsWith(
            "my.conf:2: unknown key logsink.disk.max-bytes, did you mean window.max-bytes?;");
    assertThat(fixture.problems("backend = disk"))
        .contains(
            "my.conf:1: unknown key backend, did you mean logsink.backend?;"
                + " the keys here are logsink");
  }

  @Test
  void anUnknownKeyOfABackendThatIsNotChosen() {
    assertThat(fixture.problems("logsink {", "backend = disk", "tape {", "devise = x", "} }"))
        .containsExactly(
            "my.conf:4: unknown key logsink.tape.devise, did you mean device?;"
                + " the keys here are device, block-bytes");
  }

  @Test
  void anUnknownSection() {
    assertThat(fixture.problems("logsink.backend = disk", "logsink.dusk { level = 1 }"))
        .containsExactly(
            "my.conf:2: unknown key logsink.dusk, did you mean disk?;"
                + " the keys here are backend, routes, pipeline, disk, tape");
    assertThat(fixture.problems("logsink.backend = disk", "logsnk { }"))
        .containsExactly(
            "my.conf:2: unknown key logsnk, did you mean logsink?; the keys here are logsink");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level = high          | logsink.disk.level must be a whole number of 32 bits, not"
            + " \"high\"",
        "level = 3000000000    | logsink.disk.level must be a whole number of 32 bits, not"
            + " 3000000000",
        "level = 1.5           | logsink.disk.level must be a whole number of 32 bits, not 1.5",
        "max-count = 1e30      | logsink.disk.max-count must be a whole number of 64 bits, not"
            + " 1.0E30",
        "ratio = half          | logsink.disk.ratio must be a number, not \"half\"",
        "ratio = NaN           | logsink.disk.ratio must be a number, not \"NaN\"",
        "compress = 2          | logsink.disk.compress must be true or false, not 2",
        "label = [a]           | logsink.disk.label must be text, not [\"a\"]",
        "directory { a = b }   | logsink.disk.directory must be a path, not {\"a\":\"b\"}",
        "tags = [a, { b = c }] | logsink.disk.tags must be a list of texts, not"
            + " [\"a\",{\"b\":\"c\"}]",
        "window = 5            | logsink.disk.window must be a section { ... }, not 5",
        "write-mode = vary_saef | logsink.disk.write-mode must be fast or very-safe, not"
            + " \"vary_saef\", did you mean very-safe?",
        "buffer-bytes = 3GiB   | logsink.disk.buffer-bytes must be a size such as 64MiB, 2GB or a"
            + " number of bytes, not \"3GiB\"",
        "window.max-bytes = 1X | logsink.disk.window.max-bytes must be a size such as 64MiB, 2GB or"
            + " a number of bytes, not \"1X\"",
        "window.max-age = 30   | logsink.disk.window.max-age must be a time with its unit, such as"
            + " 250ms, 30s, 6h or 7d, not 30",
      })
  void aWrongType(String line, String problem) {
    assertThat(disk(line)).containsExactly("my.conf:2: " + problem);
  }

  @Test
  void aSectionThatIsNone() {
    assertThat(fixture.problems("logsink = 5"))
        .contains("my.conf:1: logsink must be a section { ... }, not 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level = 10              | logsink.disk.level must be 1 to 9, not 10",
        "window.max-bytes = 1KiB | logsink.disk.window.max-bytes must be 1 MiB or more, not"
            + " \"1KiB\"",
        "window.max-age = 250ms  | logsink.disk.window.max-age must be 1 s or more, not \"250ms\"",
        "buffer-bytes = 1GiB     | logsink.disk.window.max-bytes must be buffer-bytes or more, not"
            + " 134217728, its default",
        "label = boom            | logsink.disk was refused: java.lang.IllegalStateException: no"
            + " label",
      })
  void aValueOutOfRange(String line, String problem) {
    List<String> problems = disk(line);

    assertThat(problems).singleElement().asString().endsWith(": " + problem).startsWith("my.conf:");
  }

  @Test
  void aValueOutOfRangeIsSaidWithItsLine() {
    assertThat(disk("window {", " max-age = 1h", " max-bytes = 5 }"))
        .containsExactly("my.conf:4: logsink.disk.window.max-bytes must be 1 MiB or more, not 5");
  }

  @Test
  void valuesThatAreRightTogetherAreNotSaidToBeWrong() {
    assertThat(disk("buffer-bytes = 512MiB", "window.max-bytes = 1GiB", "level = 0"))
        .containsExactly("my.conf:4: logsink.disk.level must be 1 to 9, not 0");
  }

  @Test
  void anUnknownKeyThatIsNull() {
    assertThat(disk("levle = null"))
        .singleElement()
        .asString()
        .startsWith("my.conf:2: unknown key logsink.disk.levle, did you mean level?;");
  }

  @Test
  void everythingThatIsWrongAtOnce() {
    assertThat(
            fixture.problems(
                "logsink {",
                "  backend = disc",
                "  tape { devise = x, block-bytes = big }",
                "  disk {",
                "    ratio = -1",
                "    level = 0",
                "    window { max-bytes = 1",
                "             max-age = 0s }",
                "  }",
                "}"))
        .extracting(problem -> problem.substring(0, problem.indexOf(' ', 11)))
        .containsExactly(
            "my.conf:2: logsink.backend",
            "my.conf:3: unknown",
            "my.conf:3: logsink.tape.block-bytes",
            "my.conf:5: logsink.disk.ratio",
            "my.conf:6: logsink.disk.level",
            "my.conf:7: logsink.disk.window.max-bytes",
            "my.conf:8: logsink.disk.window.max-age");
  }

  @Test
  void aWrongEnvironmentVariable() {
    ConfigSources file = fixture.file("logsink.backend = disk");

    assertThat(fixture.problems(file.withEnvironment(Map.of("LOGSINK_DISK__LEVEL", "low"))))
        .containsExactly(
            "environment variable LOGSINK_DISK__LEVEL: logsink.disk.level must be a whole number"
                + " of 32 bits, not \"low\"");
    assertThat(fixture.problems(file.withEnvironment(Map.of("LOGSINK_DISK__WRITE_MOOD", "fast"))))
        .containsExactly(
            "environment variable LOGSINK_DISK__WRITE_MOOD: unknown key logsink.disk.write-mood,"
                + " did you mean write-mode?; the keys here are "
                + DISK_KEYS);
    assertThat(fixture.problems(file.withEnvironment(Map.of("LOGSINK_DISC__LEVEL", "1"))))
        .containsExactly(
            "environment variable LOGSINK_DISC__LEVEL: unknown key logsink.disc,"
                + " did you mean disk?; the keys here are backend, routes, pipeline, disk, tape");
    assertThat(fixture.problems(file.withEnvironment(Map.of("LOGSINK_DISK", "x"))))
        .containsExactly(
            "environment variable LOGSINK_DISK: logsink.disk must be a section { ... }, not \"x\"");
  }

  @Test
  void aSectionFromTwoPlaces() {
    ConfigSources sources =
        fixture
            .file("logsink.backend = disk", "logsink.dusk { a = 1 }")
            .withEnvironment(Map.of("LOGSINK_DUSK__B", "2"));

    assertThat(fixture.problems(sources))
        .containsExactly(
            "environment variable LOGSINK_DUSK__B and my.conf:2: unknown key logsink.dusk,"
                + " did you mean disk?; the keys here are backend, routes, pipeline, disk, tape");
  }

  @Test
  void aWrongSystemProperty() {
    ConfigSources file = fixture.file("logsink.backend = disk");

    assertThat(fixture.problems(file.withProperties(Map.of("logsink.disk.level", "10"))))
        .containsExactly(
            "system property logsink.disk.level: logsink.disk.level must be 1 to 9, not \"10\"");
    assertThat(fixture.problems(file.withProperties(Map.of("logsink.tape.x", "10"))))
        .containsExactly(
            "system property logsink.tape.x: unknown key logsink.tape.x;"
                + " the keys here are device, block-bytes");
    assertThat(fixture.problems(file.withProperties(Map.of("logsink.backend", ""))))
        .containsExactly(
            "system property logsink.backend: logsink.backend must be disk or tape, not \"\"");
  }

  @Test
  void aMissingFile() {
    assertThat(fixture.problems(ConfigSources.none().withFile(folder.resolve("no.conf"))))
        .containsExactly("there is no config file no.conf; make it, or name another");
  }

  @Test
  void aFileThatCannotBeRead() throws Exception {
    Path file = Files.createDirectory(folder.resolve("dir.conf"));

    assertThat(fixture.problems(ConfigSources.none().withFile(file)))
        .singleElement()
        .asString()
        .startsWith("the config file dir.conf cannot be read: ");
  }

  @Test
  void aFileThatIsNotHocon() {
    assertThat(fixture.problems("logsink {", "  backend = disk", "  disk { level = }", "}"))
        .singleElement()
        .asString()
        .startsWith("my.conf:3: not HOCON: ");
    assertThat(fixture.problems("logsink {", "  backend = \"disk", "}"))
        .singleElement()
        .asString()
        .startsWith("my.conf:2: not HOCON: ");
  }

  @Test
  void anIncludedFileThatIsNotThere() {
    assertThat(fixture.problems("include required(\"no.conf\")", "logsink.backend = disk"))
        .singleElement()
        .asString()
        .startsWith("the config file my.conf cannot be read: ")
        .contains("no.conf");
  }

  @Test
  void aFileThatIsNoText() throws Exception {
    byte[] bytes = "logsink { backend = \u00ff\u0000\u00fe }".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("my.conf"), bytes);

    assertThat(fixture.problems(ConfigSources.none().withFile(file)))
        .singleElement()
        .asString()
        .startsWith("my.conf:1: ");
  }

  @Test
  void aSubstitutionOfNothing() {
    assertThat(fixture.problems("logsink {", "  backend = ${NOTHING}", "}"))
        .containsExactly(
            "my.conf:2: a substitution that cannot be made:"
                + " Could not resolve substitution to a value: ${NOTHING}");
    assertThat(fixture.problems("logsink.backend = ${logsink.backend}"))
        .singleElement()
        .asString()
        .startsWith("my.conf:1: a substitution that cannot be made: ");
  }

  @Test
  void aLongValueIsCut() {
    assertThat(disk("level = " + "x".repeat(500)))
        .singleElement()
        .asString()
        .hasSizeLessThan(200)
        .endsWith("xxx...");
  }

  private List<String> disk(String... lines) {
    return fixture.problems(
        "logsink.backend = disk, logsink.disk {", String.join("\n", lines), "}");
  }
}
