package io.logsink.app;

import io.logsink.bench.page.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
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

  Path folder() {
    return folder;
  }

  /** Writes the result to its files, and prints it in short. */
  void report(Console console, Page page, String asJson) throws IOException {
    console.out().write(page.text().getBytes(StandardCharsets.UTF_8));
    console.out().flush();
    Path jsonFile = json == null ? usual(".json") : json;
    Path markdownFile = markdown == null ? usual(".md") : markdown;
    write(jsonFile, asJson);
    write(markdownFile, page.markdown());
    console.say("all of it is in %s and %s".formatted(markdownFile, jsonFile));
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
    return commandLine(spec);
  }

  /** What to type to run the command {@code spec} again as it was run. */
  static String commandLine(CommandSpec spec) {
    return spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(BenchOutput::quoted)
        .collect(Collectors.joining(" ", "./logsink ", ""));
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./:=,+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
