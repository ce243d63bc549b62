package io.logsink.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the whole contract against a subject, without a test framework. */
public final class ConformanceRun {
  private final ConformanceSubject subject;
  private final Path folder;

  /** A run that keeps its stores below {@code folder}, which the caller removes afterwards. */
  public ConformanceRun(ConformanceSubject subject, Path folder) {
    this.subject = subject;
    this.folder = folder;
  }

  /** How many tests there are. */
  public static int testCount() {
    return ClauseTest.all().size();
  }

  /**
   * Runs every test, one after the other.
   *
   * @param progress is told each result as it comes
   * @throws IOException when a folder for a store cannot be made
   */
  public ConformanceReport run(Consumer<ClauseResult> progress) throws IOException {
    List<ClauseResult> results = new ArrayList<>();
    for (ClauseTest test : ClauseTest.all()) {
      ClauseResult result = run(test);
      results.add(result);
      progress.accept(result);
    }
    return report(results);
  }

  ClauseResult run(ClauseTest test) throws IOException {
    return test.run(subject, Files.createTempDirectory(folder, test.id() + "-"));
  }

  ConformanceReport report(List<ClauseResult> results) {
    String version =
        Optional.ofNullable(getClass().getPackage().getImplementationVersion())
            .orElse("development");
    return new ConformanceReport(subject.backend().name(), version, Fixture.SEED, results);
  }
}
