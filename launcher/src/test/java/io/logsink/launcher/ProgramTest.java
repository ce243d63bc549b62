package io.logsink.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramTest {
  private static final JavaHome JAVA = new JavaHome(Path.of(System.getProperty("java.home")), 25);

  @TempDir private Path folder;

  @Test
  void theFlagsAreThoseOfThePom() throws Exception {
    Path pom = Path.of(System.getProperty("logsink.root"), "pom.xml");
    String expected = "<jvm.flags>" + String.join(" ", Program.flags()) + "</jvm.flags>";

    assertThat(Files.readString(pom)).contains(expected);
    assertThat(Program.flags()).hasSizeGreaterThan(3);
  }

  @Test
  void runsMainWithFlagsJarAndArguments() throws Exception {
    List<String> command = program(Map.of()).command(JAVA, "query", "--words", "two words");

    assertThat(command).startsWith(JAVA.java().toString()).containsAll(Program.flags());
    assertThat(command).endsWith("io.logsink.app.Main", "query", "--words", "two words");
    assertThat(classPath(command))
        .isEqualTo(jar() + File.pathSeparator + folder.resolve("plugins/*"));
  }

  @Test
  void takesTheNamedPluginFolder() throws Exception {
    Path plugins = Files.createDirectories(folder.resolve("mine"));

    assertThat(classPath(program(Map.of(Program.PLUGINS, plugins.toString())).command(JAVA)))
        .endsWith(plugins.resolve("*").toString());
  }

  @Test
  void refusesAPluginFolderThatIsNotThere() {
    Program program = program(Map.of(Program.PLUGINS, "not-there"));

    assertThatThrownBy(() -> program.command(JAVA))
        .isInstanceOf(LauncherException.class)
        .hasMessage("LOGSINK_PLUGINS=not-there is not a folder");
  }

  @Test
  void addsTheUsersOptionsAfterItsOwnSoThatTheyWin() throws Exception {
    List<String> command = program(Map.of(Program.JAVA_OPTIONS, " -Xmx64m  -Da=b ")).command(JAVA);

    assertThat(command).containsSubsequence("-Dslf4j.internal.verbosity=ERROR", "-Xmx64m", "-Da=b");
  }

  private Program program(Map<String, String> environment) {
    return new Program(jar(), environment);
  }

  private Path jar() {
    return folder.resolve("logsink.jar");
  }

  private static String classPath(List<String> command) {
    return command.get(command.indexOf("-classpath") + 1);
  }
}
