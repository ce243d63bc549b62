package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.bench.decide.Decider;
import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.advice.AdvisedConfig;
import io.logsink.bench.decide.layout.Question;
import io.logsink.bench.decide.report.DecisionJson;
import io.logsink.bench.decide.report.DecisionPage;
import io.logsink.bench.decide.report.DecisionText;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.DocumentFile;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code logsink decide}: keep, speed up, reduce or move, from what was measured. */
@Command(
    name = "decide",
    description =
        "Says from measurements whether to keep the logs where they are, speed the store up, reduce"
            + " them or move them.",
    footer =
        "Exit code: 0 to keep everything; 1 when something has to be done; 3 when it cannot be"
            + " told; 2 on an error.")
final class DecideCommand implements Callable<Integer> {
  private static final int SOMETHING_TO_DO = 1;
  private static final int CANNOT_TELL = 3;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions config;
  @Mixin private DecideInput input;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default) or json, on standard output.")
  private Format format = Format.TEXT;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Where the decision goes as Markdown too.")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--write-config",
      paramLabel = "FILE",
      description = "Where the config goes that carries the advice out; the same with additions.")
  private Optional<Path> advised = Optional.empty();

  private enum Format {
    TEXT,
    JSON
  }

  DecideCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, LogSinkException, InterruptedException {
    ConfigSources sources = config.sources();
    LogSinkConfig now = load(sources);
    Question question = input.question(now);
    Decision decision = Decider.decide(question);
    report(decision);
    if (advised.isPresent()) {
      write(advised.get(), decision, now, sources);
    }
    return exitCode(decision);
  }

  private static LogSinkConfig load(ConfigSources sources) {
    return LogSinkConfig.load(sources, BackendCatalogue.find(), OwnSections.DEFAULTS);
  }

  private void report(Decision decision) throws IOException {
    String command = Rerun.of(spec);
    Instant time = time();
    Document page = DecisionPage.of(decision, time, command);
    String text =
        switch (format) {
          case TEXT -> new DecisionText(decision).toString();
          case JSON ->
              DocumentFile.text(new DecisionJson(decision, time, command).toString(), page);
        };
    console.print(text.stripTrailing());
    if (markdown.isPresent()) {
      BenchOutput.write(markdown.get(), new MarkdownDocument(page).toString());
    }
  }

  private void write(Path file, Decision decision, LogSinkConfig now, ConfigSources sources)
      throws IOException {
    if (decision.advice().isEmpty()) {
      console.say("there is nothing to change, so %s is not written".formatted(file));
      return;
    }
    new AdvisedConfig(now, sources.file(), draft -> load(sources.withFile(draft)))
        .write(file, decision, time().toString());
    console.say("%s carries it out; compare it with what you have".formatted(file));
  }

  private Instant time() {
    return console.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static int exitCode(Decision decision) {
    return switch (decision.answer()) {
      case KEEP -> 0;
      case SPEED_UP, REDUCE, MOVE, NOTHING_HELPS -> SOMETHING_TO_DO;
      case OTHER_HOST, NOT_ENOUGH_EVIDENCE -> CANNOT_TELL;
    };
  }
}
