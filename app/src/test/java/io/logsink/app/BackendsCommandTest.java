package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogSinkBackend;
import io.logsink.app.Cli.Result;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendsCommandTest {
  @TempDir private Path folder;

  @Test
  void listsWhatAConfigCanName() {
    Result result = Cli.run("backends");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.lines().stream().map(line -> line.replaceAll(" +", " ")))
        .contains("lmdb io.logsink.lmdb.LmdbBackend", "sqlite io.logsink.sqlite.SqliteBackend")
        .isSorted();
  }

  @Test
  void saysWhatCannotBeUsedAndListsTheOthers() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(LogSinkBackend.class.getName()), "org.example.Gone");
    Result result = withOnTheClassPath(folder, "backends");

    assertThat(result.exitCode()).isZero();
    assertThat(result.text()).contains("sqlite");
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("logsink: not usable: ")
        .contains("org.example.Gone");
  }

  private static Result withOnTheClassPath(Path folder, String... args) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return Cli.run(args);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
