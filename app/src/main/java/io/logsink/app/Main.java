package io.logsink.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code logsink} command; without a subcommand it prints its help. */
@Command(
    name = "logsink",
    mixinStandardHelpOptions = true,
    version = "logsink 0.1.0-SNAPSHOT",
    description = "Stores log records behind one contract, and measures which storage takes yours.")
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
