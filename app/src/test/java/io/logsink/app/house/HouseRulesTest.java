package io.logsink.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules hold, and each of them is broken by what was written to break it. */
final class HouseRulesTest {
  private static final Path ROOT = Path.of(System.getProperty("logsink.root"));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importLocations(everyModule());

  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("broken");

  private static final Map<String, EvaluationResult> RESULTS = evaluate("io.logsink", HOUSE);
  private static final Map<String, EvaluationResult> BROKEN_RESULTS = evaluate("broken", BROKEN);

  /** The class path has all modules but one, which this must not depend on: it is built before. */
  private static Set<Location> everyModule() {
    Set<Location> locations = new HashSet<>(Locations.ofPackage("io.logsink"));
    locations.add(Location.of(ROOT.resolve("baselines/target/classes")));
    return locations;
  }

  private static Map<String, EvaluationResult> evaluate(String root, JavaClasses classes) {
    Map<String, EvaluationResult> results = new TreeMap<>();
    new HouseRules(root).all().forEach((name, rule) -> results.put(name, rule.evaluate(classes)));
    return results;
  }

  static Iterable<String> rules() {
    return RESULTS.keySet();
  }

  static List<String> modules() {
    return HouseRules.modules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(String rule) {
    assertThat(result(RESULTS, rule).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sees api, broken.api.ApiSeesBackend",
    "sees sqlite, broken.sqlite.SqliteSeesRing",
    "sees ring, broken.ring.RingSeesGuice",
    "sees lmdb, broken.lmdb.LmdbSeesPicocli",
    "cycles, broken.ring",
    "names, broken.util.Anything",
    "null-marked, broken.util.Anything",
    "narrow backends, broken.sqlite.SqliteHelper",
  })
  void bites(String rule, String culprit) {
    assertThat(result(BROKEN_RESULTS, rule).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(culprit));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyModuleIsLookedAt(String module) {
    assertThat(HOUSE.stream().filter(type -> in("io.logsink." + module, type)).count())
        .isGreaterThan(1);
  }

  @Test
  void everyBackendExportsItsProviderAndItsSettings() {
    for (String backend : HouseRules.BACKENDS) {
      String prefix = backend.substring(0, 1).toUpperCase(Locale.ROOT);
      assertThat(exported(backend))
          .hasSize(2)
          .anyMatch(name -> name.startsWith(prefix) && name.endsWith("Backend"))
          .anyMatch(name -> name.startsWith(prefix) && name.endsWith("Settings"));
    }
  }

  private static List<String> exported(String backend) {
    return HOUSE.stream()
        .filter(type -> in("io.logsink." + backend, type) && type.isTopLevelClass())
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaClass::getSimpleName)
        .toList();
  }

  private static boolean in(String packageName, JavaClass type) {
    return (type.getPackageName() + ".").startsWith(packageName + ".");
  }

  private static EvaluationResult result(Map<String, EvaluationResult> results, String rule) {
    return Objects.requireNonNull(results.get(rule), rule);
  }

  @Test
  void everyModuleHasARule() throws IOException {
    List<String> packages =
        HouseFiles.modules(Files.readString(ROOT.resolve("pom.xml"))).stream()
            .filter(module -> !module.equals("bom"))
            .map(module -> module.replace("backend-", "").replace("-tests", ""))
            .toList();

    assertThat(packages).containsExactlyInAnyOrderElementsOf(HouseRules.modules());
  }

  @Test
  void everyModuleIsInTheBom() throws IOException {
    List<String> modules = HouseFiles.modules(Files.readString(ROOT.resolve("pom.xml")));

    assertThat(modules).hasSizeGreaterThan(10).contains("bom", "api", "app");
    assertThat(HouseFiles.missing(modules, Files.readString(ROOT.resolve("bom/pom.xml"))))
        .isEmpty();
  }

  @Test
  void aModuleThatIsNotInTheBomIsFound() {
    String bom = "<artifactId>logsink-api</artifactId>";

    assertThat(HouseFiles.missing(List.of("bom", "api", "new"), bom)).containsExactly("new");
  }

  @Test
  void noJavaFileIsTooLong() throws IOException {
    List<Path> sources = HouseFiles.sources(ROOT);

    assertThat(sources).hasSizeGreaterThan(80);
    assertThat(HouseFiles.tooLong(sources)).isEmpty();
  }

  @Test
  void aJavaFileThatIsTooLongIsFound(@TempDir Path folder) throws IOException {
    write(folder.resolve("Full.java"), HouseFiles.MOST_LINES);
    Path longer = write(folder.resolve("Longer.java"), HouseFiles.MOST_LINES + 1);

    assertThat(HouseFiles.tooLong(HouseFiles.sources(folder))).containsExactly(longer);
  }

  private static Path write(Path file, int lineCount) throws IOException {
    return Files.write(file, Collections.nCopies(lineCount, "//"));
  }
}
