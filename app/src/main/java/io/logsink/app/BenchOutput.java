package io.logsink.app;

import io.logsink.bench.document.Change;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.DocumentFile;
import io.logsink.bench.document.HtmlDocument;
import io.logsink.bench.document.JmhDocument;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.TextDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where stores are made, and where what was measured goes. */
final class BenchOutput {
  /** Where it all is when nothing else is said. */
  static final Path FOLDER = Path.of("logsink-bench");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where the stores are made, and removed; logsink-bench when not given.")
  private Path folder = FOLDER;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the result goes as JSON; when not given, into logsink-bench.")
  private @Nullable Path json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Where it goes as Markdown; when not given, into logsink-bench.")
  private @Nullable Path markdown;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Where it goes as a page with charts; when not given, into logsink-bench.")
  private @Nullable Path html;

  @Option(
      names = "--jmh",
      paramLabel = "FILE",
      description = "Where its bars go in the form of JMH's JSON; nowhere when not given.")
  private @Nullable Path jmh;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      converter = SavedResult.class,
      description = "The JSON of an earlier run: says what has changed beyond noise since.")
  private @Nullable Document earlier;

  Path folder() {
    return folder;
  }

  /**
   * Prints what the result comes to, and writes all of it to files.
   *
   * @param asJson the result for programs, a JSON object
   */
  void report(Console console, Document result, String asJson) throws IOException {
    Document page = earlier == null ? result : Change.of(earlier, result);
    console.print(new TextDocument(page).toString().stripTrailing());
    Path jsonFile = json == null ? usual(".json") : json;
    Path markdownFile = markdown == null ? usual(".md") : markdown;
    Path htmlFile = html == null ? usual(".html") : html;
    write(jsonFile, DocumentFile.text(asJson, result));
    write(markdownFile, new MarkdownDocument(page).toString());
    if (jmh != null) {
      write(jmh, new JmhDocument(result).toString());
    }
    write(htmlFile, new HtmlDocument(page.title(), List.of(page)).toString());
    console.say("all of it is in %s, %s and %s".formatted(htmlFile, markdownFile, jsonFile));
  }

  private Path usual(String suffix) {
    return FOLDER.resolve(spec.name() + suffix);
  }

  /** Writes a file, and makes its folder when it is not there. */
  static void write(Path file, String text) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text);
  }

  /** What to type to run this again. */
  String commandLine() {
    return Rerun.of(spec);
  }
}
