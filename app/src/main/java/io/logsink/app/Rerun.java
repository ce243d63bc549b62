package io.logsink.app;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** What to type to run a command again. */
final class Rerun {
  private Rerun() {}

  static String of(CommandSpec spec) {
    return spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(Rerun::quoted)
        .collect(Collectors.joining(" ", "./logsink ", ""));
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./:=,+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
