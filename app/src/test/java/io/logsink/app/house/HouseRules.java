package io.logsink.app.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules about who may know whom.
 *
 * @param root the package above all modules
 */
record HouseRules(String root) {
  /** The packages of the backends. */
  static final List<String> BACKENDS = List.of("sqlite", "lmdb", "rotfile", "ring");

  /** For each module the others it may see. Without a dot: a module. */
  private static final Map<String, List<String>> SEEN =
      Map.ofEntries(
          Map.entry("api", List.of()),
          Map.entry("regex", List.of("api", "com.google.re2j..")),
          Map.entry("storage", List.of("api", "com.github.luben.zstd..")),
          Map.entry("sqlite", List.of("api", "storage", "org.sqlite..")),
          Map.entry("lmdb", List.of("api", "storage", "org.lmdbjava..")),
          Map.entry(
              "rotfile",
              List.of(
                  "api",
                  "storage",
                  "org.apache.lucene..",
                  "com.github.benmanes.caffeine..",
                  "com.github.luben.zstd..")),
          Map.entry("ring", List.of("api", "storage")),
          Map.entry("pipeline", List.of("api", "com.github.benmanes.caffeine..")),
          Map.entry("supervisor", List.of("api", "pipeline", "com.pty4j..", "oshi..")),
          Map.entry(
              "server",
              List.of("api", "pipeline", "org.eclipse.jetty..", "com.fasterxml.jackson..")),
          Map.entry(
              "conformance", List.of("api", "org.junit..", "org.opentest4j..", "org.assertj..")),
          Map.entry(
              "config", List.of("api", "pipeline", "com.typesafe.config..", "com.google.inject..")),
          Map.entry(
              "bench",
              List.of(
                  "api",
                  "storage",
                  "sqlite",
                  "lmdb",
                  "rotfile",
                  "ring",
                  "pipeline",
                  "config",
                  "com.fasterxml.jackson..",
                  "com.sun.management..",
                  "org.HdrHistogram..",
                  "org.openjdk.jmh..")),
          Map.entry(
              "baselines",
              List.of(
                  "api",
                  "storage",
                  "bench",
                  "ch.qos.logback..",
                  "org.slf4j..",
                  "org.apache.logging.log4j..",
                  "net.openhft..",
                  "org.rocksdb..",
                  "org.h2.mvstore..",
                  "org.apache.lucene..")),
          Map.entry("launcher", List.of()),
          Map.entry(
              "app",
              List.of(
                  "api",
                  "storage",
                  "sqlite",
                  "lmdb",
                  "rotfile",
                  "ring",
                  "pipeline",
                  "supervisor",
                  "server",
                  "config",
                  "conformance",
                  "bench",
                  "com.fasterxml.jackson..",
                  "picocli..",
                  "com.google.inject..")));

  private static final List<String> ALWAYS_SEEN =
      List.of("java..", "javax..", "jdk..", "org.jspecify..");

  /** The modules' packages. */
  static List<String> modules() {
    return SEEN.keySet().stream().sorted().toList();
  }

  /** All rules, by name. That none passes for want of classes is for the caller to check. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new TreeMap<>();
    SEEN.forEach((module, seen) -> rules.put("sees " + module, sees(module, seen)));
    rules.put("cycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
    rules.put("names", names());
    rules.put("null-marked", nullMarked());
    rules.put("narrow backends", narrowBackends());
    rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
    return rules;
  }

  private ArchRule sees(String module, List<String> seen) {
    String[] packages =
        Stream.of(ALWAYS_SEEN, List.of(module), seen)
            .flatMap(List::stream)
            .map(name -> name.contains("..") ? name : root + "." + name + "..")
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(root + "." + module + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private static ArchRule names() {
    return noClasses().should().resideInAnyPackage("..util..", "..impl..", "..common..");
  }

  private static ArchRule nullMarked() {
    return classes()
        .should(
            be(
                DescribedPredicate.<JavaClass>describe(
                    "in a package that is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))));
  }

  private ArchRule narrowBackends() {
    String packages =
        BACKENDS.stream()
            .collect(Collectors.joining("|", root.replace(".", "\\.") + "\\.(", ").*"));
    return classes()
        .that()
        .haveNameMatching(packages)
        .and()
        .areTopLevelClasses()
        .and()
        .haveModifier(JavaModifier.PUBLIC)
        .should()
        .haveNameMatching(".*\\.[A-Z][a-z]+(Backend|Settings)");
  }
}
