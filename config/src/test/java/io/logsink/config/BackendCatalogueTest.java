package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.LogSinkBackend;
import io.logsink.config.TestBackend.TapeSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BackendCatalogueTest {
  @TempDir private Path folder;

  /** Found through a service file. */
  public static final class Sound extends TestBackend {
    /** For the service loader. */
    public Sound() {
      super("sound", new TapeSettings("x", 1));
    }
  }

  /** Its constructor throws. */
  public static final class Throwing extends TestBackend {
    /** For the service loader. */
    public Throwing() {
      super("throwing", new TapeSettings("x", 1));
      throw new IllegalStateException("not today");
    }
  }

  /** Needs a library that is not there. */
  public static final class Unlinked extends TestBackend {
    /** For the service loader. */
    public Unlinked() {
      super("unlinked", new TapeSettings("x", 1));
      throw new NoClassDefFoundError("org/example/Missing");
    }
  }

  @Test
  void brokenProvidersHideNoOthers() throws Exception {
    BackendCatalogue catalogue =
        find(
            "org.example.NotThere",
            Throwing.class.getName(),
            BackendCatalogueTest.class.getName(),
            Unlinked.class.getName(),
            Sound.class.getName());

    assertThat(catalogue.backends()).singleElement().isInstanceOf(Sound.class);
    assertThat(catalogue.unusable())
        .satisfiesExactly(
            reason -> assertThat(reason).contains("org.example.NotThere not found"),
            reason -> assertThat(reason).contains("Throwing").contains("not today"),
            reason -> assertThat(reason).contains("Test not a subtype"),
            reason -> assertThat(reason).contains("org/example/Missing"));
  }

  @Test
  void aBrokenServiceFileHidesNoOthers() throws Exception {
    BackendCatalogue catalogue = find("this is no class name", Sound.class.getName());

    assertThat(catalogue.unusable()).singleElement().asString().contains("META-INF/services");
  }

  @Test
  void aLoaderThatAlwaysFailsIsGivenUp() {
    ClassLoader broken =
        new ClassLoader(null) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("the disk is gone");
          }
        };

    BackendCatalogue catalogue = with(broken, BackendCatalogue::find);

    assertThat(catalogue.backends()).isEmpty();
    assertThat(catalogue.unusable()).first().asString().contains("the disk is gone");
  }

  @Test
  void whatIsNotUsableIsSaidWhenTheBackendIsUnknown() throws Exception {
    BackendCatalogue catalogue = find(Throwing.class.getName(), Sound.class.getName());

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() ->
            LogSinkConfig.load(ConfigSources.none().withBackend("throwing", "test"), catalogue))
        .satisfies(e ->
            assertThat(e.problems())
                .satisfiesExactly(
                    problem -> assertThat(problem).contains("must be sound"),
                    problem ->
                        assertThat(problem).startsWith("not usable: ").contains("not today")));
  }

  @Test
  void twoBackendsOfOneNameAreRefused() {
    List<TestBackend> twins = List.of(new Sound(), new TestBackend("sound", new NoSettings()));

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> BackendCatalogue.of(twins))
        .withMessageStartingWith("two backends are named sound: ")
        .withMessageContaining(Sound.class.getName())
        .withMessageContaining(TestBackend.class.getName() + " (")
        .withMessageContaining("test-classes");
  }

  record NoSettings() {}

  record WithMap(Map<String, String> map) {}

  record WithNumbers(List<Integer> numbers) {}

  @Test
  void settingsThatNoConfigCanHoldAreRefused() {
    BackendCatalogue catalogue =
        BackendCatalogue.of(
            List.of(
                new TestBackend("a", new WithMap(Map.of())),
                new TestBackend("b", new WithNumbers(List.of())),
                new TestBackend("c", new NoSettings())));

    assertThat(catalogue.backends()).extracting(LogSinkBackend::name).containsExactly("c");
    assertThat(catalogue.unusable())
        .satisfiesExactly(
            reason ->
                assertThat(reason)
                    .contains("component map of")
                    .endsWith(
                        "is a java.util.Map<java.lang.String, java.lang.String>,"
                            + " which no setting can be"),
            reason -> assertThat(reason).contains("component numbers of"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Sqlite", "my backend", "a.b", "backend", "a--b", "1st"})
  void aNameThatCannotBeAKeyIsRefused(String name) {
    BackendCatalogue catalogue =
        BackendCatalogue.of(List.of(new TestBackend(name, new NoSettings())));

    assertThat(catalogue.backends()).isEmpty();
    assertThat(catalogue.unusable()).singleElement().asString().contains("\"" + name + "\"");
  }

  @Test
  void noBackendAtAllIsSaid() {
    BackendCatalogue none = BackendCatalogue.of(List.of());

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> LogSinkConfig.load(ConfigSources.none(), none))
        .withMessage("there is no backend on the class path; add the jar of one");
  }

  /** What is found when a folder with such a service file is on the class path. */
  private BackendCatalogue find(String... serviceLines) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(LogSinkBackend.class.getName()), List.of(serviceLines));
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      return with(loader, BackendCatalogue::find);
    }
  }

  private static <T> T with(ClassLoader loader, Supplier<T> call) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return call.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
