package io.logsink.app;

import io.logsink.bench.document.Change;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.HtmlDocument;
import io.logsink.bench.document.MarkdownCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logsink bench page}: several results on one page. */
@Command(
    name = "page",
    description =
        "Puts results that were measured before on one page: all verdicts, then all figures.",
    footer = "Exit code: 0, or 2 on an error.")
final class BenchPageCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "RESULT",
      converter = SavedResult.class,
      description = "The JSON of a bench or of a decision, in the order of reading.")
  private List<Document> results = new ArrayList<>();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What stands above it; 'Measured' when not given.")
  private String title = "Measured";

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Where the page goes; logsink-bench/page.html when not given.")
  private Path html = BenchOutput.FOLDER.resolve("page.html");

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Where it goes as Markdown too, without the charts.")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      converter = SavedResult.class,
      description =
          "The JSON of an earlier run of one of them: says what has changed beyond noise since;"
              + " repeatable.")
  private List<Document> earlier = new ArrayList<>();

  BenchPageCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Document> documents = new ArrayList<>(results);
    earlier.forEach(before -> compare(documents, before));
    BenchOutput.write(html, new HtmlDocument(title, documents).toString());
    if (markdown.isPresent()) {
      BenchOutput.write(markdown.get(), new MarkdownCollection(title, documents).toString());
    }
    console.say("the page is in %s".formatted(html));
    return 0;
  }

  /** The title says what was measured. */
  private static void compare(List<Document> documents, Document before) {
    if (documents.stream().noneMatch(now -> now.title().equals(before.title()))) {
      throw new IllegalArgumentException(
          "--against has \"%s\" (%s), and of that no result was named; there are %s"
              .formatted(before.title(), before.id(), titles(documents)));
    }
    documents.replaceAll(now -> now.title().equals(before.title()) ? Change.of(before, now) : now);
  }

  private static String titles(List<Document> documents) {
    return documents.stream()
        .map(document -> "\"%s\"".formatted(document.title()))
        .collect(Collectors.joining(", "));
  }
}
