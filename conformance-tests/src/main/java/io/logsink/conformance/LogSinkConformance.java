package io.logsink.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * The contract as a JUnit test of one backend: extend it and say what the subject is. The report is
 * written to {@code target/conformance/NAME.md} and {@code .json}, where NAME is the test's class.
 */
public abstract class LogSinkConformance {
  @TempDir Path folder;

  /** For subclasses. */
  protected LogSinkConformance() {}

  /** What is tested. */
  protected abstract ConformanceSubject subject();

  /** A test for each test of a clause, and a last one that every clause was looked at. */
  @TestFactory
  Stream<DynamicTest> clauses() {
    ConformanceRun run = new ConformanceRun(subject(), folder);
    List<ClauseResult> results = new ArrayList<>();
    Stream<DynamicTest> tests =
        ClauseTest.all().stream()
            .map(test ->
                dynamicTest(test.id() + " " + test.words(), () -> execute(run, test, results)));
    return Stream.concat(tests, Stream.of(dynamicTest("report", () -> write(run.report(results)))));
  }

  private static void execute(ConformanceRun run, ClauseTest test, List<ClauseResult> results)
      throws IOException {
    ClauseResult result = run.run(test);
    results.add(result);
    if (result.outcome() == Outcome.FAILED) {
      throw new AssertionError(result.detail());
    }
    if (result.outcome() == Outcome.NOT_RUN) {
      throw new TestAbortedException(result.detail());
    }
  }

  private void write(ConformanceReport report) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "conformance"));
    String name = getClass().getSimpleName();
    Files.writeString(target.resolve(name + ".md"), report.toMarkdown());
    Files.writeString(target.resolve(name + ".json"), report.toJson());
    System.out.println(report.summary());
    if (!report.missing().isEmpty()) {
      throw new AssertionError("no test looked at the clauses " + report.missing());
    }
  }
}
