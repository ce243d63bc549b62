import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Runs google-java-format over every Java file of the project: {@code check} names the files that
 * are not formatted and exits with 1, {@code apply} rewrites them, {@code off} does nothing.
 */
final class Format {

  private static final ToolProvider FORMATTER =
      ToolProvider.findFirst("google-java-format").orElseThrow();

  /**
   * The formatter is not idempotent on every file; more passes than this would mean that it flips.
   */
  private static final int MAX_PASSES = 5;

  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "check" -> check(sources());
      case "apply" -> apply(sources());
      case "off" -> {}
      default ->
          throw new IllegalArgumentException("-Dformat=" + args[0] + ": use check, apply or off");
    }
  }

  private static void check(List<String> files) {
    String unformatted = unformatted(files);
    if (!unformatted.isEmpty()) {
      System.err.println("Not formatted; run: ./dev format\n" + unformatted);
      System.exit(1);
    }
  }

  private static void apply(List<String> files) {
    for (int pass = 0; pass < MAX_PASSES && !unformatted(files).isEmpty(); pass++) {
      run(files, "--replace");
    }
    check(files);
  }

  private static String unformatted(List<String> files) {
    return run(files, "--dry-run");
  }

  private static String run(List<String> files, String mode) {
    var arguments = new ArrayList<>(List.of(mode));
    arguments.addAll(files);
    var out = new StringWriter();
    int exit =
        FORMATTER.run(
            new PrintWriter(out),
            new PrintWriter(System.err, true),
            arguments.toArray(new String[0]));
    if (exit != 0) {
      System.exit(exit);
    }
    return out.toString();
  }

  private static List<String> sources() throws IOException {
    try (var paths = Files.walk(Path.of(""))) {
      return paths.filter(Format::isSource).map(Path::toString).sorted().toList();
    }
  }

  private static boolean isSource(Path path) {
    for (Path part : path) {
      if (part.toString().equals("target") || part.toString().equals(".git")) {
        return false;
      }
    }
    return path.toString().endsWith(".java") && Files.isRegularFile(path);
  }
}
