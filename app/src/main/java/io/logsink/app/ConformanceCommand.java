package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.config.LogSinkConfig;
import io.logsink.conformance.ClauseResult;
import io.logsink.conformance.ConformanceReport;
import io.logsink.conformance.ConformanceRun;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink conformance}: runs the contract's clauses against the backend of a config. */
@Command(
    name = "conformance",
    description = "Checks that a backend keeps the contract.",
    footer = "Exit code: 0 when it does, 1 when it does not, 2 when it could not be tried.")
final class ConformanceCommand implements Callable<Integer> {
  private static final int NOT_CONFORMANT = 1;

  private final Console console;

  @Mixin private StoreOptions store;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Also write the report there, as Markdown.")
  private @Nullable Path markdown;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the report there, as JSON.")
  private @Nullable Path json;

  ConformanceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException {
    LogSinkConfig config = store.config();
    Path folder = Files.createTempDirectory("logsink-conformance-");
    try {
      ConfiguredSubject subject =
          ConfiguredSubject.choose(store.sources().file().orElse(null), config.backend().name());
      subject.ask(folder.resolve("asked"));
      ConformanceReport report = new ConformanceRun(subject, folder).run(this::print);
      write(report);
      console.print(report.summary());
      return report.isConformant() ? 0 : NOT_CONFORMANT;
    } finally {
      Folders.delete(folder);
    }
  }

  private void print(ClauseResult result) {
    try {
      console.print(
          "%-4s %-66s %s".formatted(result.clause(), result.test(), result.outcome().text()));
      if (!result.detail().isEmpty()) {
        console.print(result.detail().strip().indent(5).stripTrailing());
      }
      console.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(ConformanceReport report) throws IOException {
    if (markdown != null) {
      Files.writeString(markdown, report.toMarkdown());
    }
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
  }
}
