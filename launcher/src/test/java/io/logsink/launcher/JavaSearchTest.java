package io.logsink.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaSearchTest {
  @TempDir private Path folder;

  @Test
  void takesTheRunningJavaWhenItIsNewEnough() throws Exception {
    Path running = install("running", "25.0.1");
    Path home = install("home", "26");

    assertThat(find(Map.of("JAVA_HOME", home.toString()), running)).isEqualTo(running);
  }

  @Test
  void takesJavaHomeBeforeAnInstalledOne() throws Exception {
    Path home = install("home", "25");
    install("jvm/other", "25");

    assertThat(find(Map.of("JAVA_HOME", home.toString()), old())).isEqualTo(home);
  }

  @Test
  void takesANumberedVariableWhenJavaHomeIsOld() throws Exception {
    Path numbered = install("numbered", "26-ea");
    Map<String, String> environment =
        Map.of("JAVA_HOME", old().toString(), "JAVA26_HOME", numbered.toString());

    assertThat(find(environment, old())).isEqualTo(numbered);
  }

  @Test
  void passesOverOlderAndBrokenInstallations() throws Exception {
    install("jvm/a-java-8", "1.8.0_442");
    install("jvm/b-java-21", "21.0.6");
    Files.createDirectories(folder.resolve("jvm/c-nothing"));
    Files.delete(install("jvm/d-no-command", "25").resolve("bin/java"));
    Path right = install("jvm/e-java-25", "25.0.2");

    assertThat(find(Map.of(), old())).isEqualTo(right);
  }

  @Test
  void looksInsideTheBundlesOfMacOs() throws Exception {
    Path home = install("jvm/temurin-25.jdk/Contents/Home", "25");

    assertThat(find(Map.of(), old())).isEqualTo(home);
  }

  @Test
  void takesTheChosenOneBeforeAllOthers() throws Exception {
    Path chosen = install("chosen", "27");
    Path running = install("running", "25");

    assertThat(find(Map.of(JavaSearch.CHOSEN, chosen.toString()), running)).isEqualTo(chosen);
  }

  @Test
  void refusesAChosenOneThatIsTooOldInsteadOfTakingAnother() throws Exception {
    Path running = install("running", "25");

    assertThatThrownBy(() -> find(Map.of(JavaSearch.CHOSEN, old().toString()), running))
        .isInstanceOf(LauncherException.class)
        .hasMessage("LOGSINK_JAVA_HOME=%s is not the home of a Java 25 or newer".formatted(old()));
  }

  @Test
  void saysInOneSentenceWhatToInstallWhenThereIsNone() {
    assertThatThrownBy(() -> find(Map.of(), old()))
        .isInstanceOf(LauncherException.class)
        .hasMessageStartingWith("needs a JDK 25 or newer and found none; install one")
        .hasMessageNotContaining("\n");
  }

  @Test
  void theRunningJavaSaysItsVersion() {
    Path running = Path.of(System.getProperty("java.home"));

    assertThat(JavaHome.at(running)).hasValue(new JavaHome(running, Runtime.version().feature()));
  }

  private Path find(Map<String, String> environment, Path running) throws LauncherException {
    List<Path> folders = List.of(folder.resolve("not-there"), folder.resolve("jvm"));
    return new JavaSearch(environment, running, folders).find().home();
  }

  private Path old() throws IOException {
    return install("old", "17.0.15");
  }

  private Path install(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path java = home.resolve("bin/java");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    Files.writeString(java, "");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }
}
