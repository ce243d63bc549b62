package io.logsink.app;

import io.logsink.api.query.Cursor;
import io.logsink.config.ConfigException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code logsink} command; without a subcommand it prints its help. */
@Command(
    name = "logsink",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Stores log records behind one contract, and measures which storage takes yours.")
public final class Main implements Runnable {
  private static final int ERROR = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  private final Console console;

  private Main(Console console) {
    this.console = console;
  }

  /** Runs the command line {@code args} and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Console.system(), args));
  }

  /** Runs a command line; returns its exit code. */
  static int run(Console console, String... args) {
    return new Main(console).commandLine().execute(args);
  }

  private CommandLine commandLine() {
    return new CommandLine(this)
        .addSubcommand(new RunCommand(console))
        .addSubcommand(new QueryCommand(console))
        .addSubcommand(new TailCommand(console))
        .addSubcommand(new AppendCommand(console))
        .addSubcommand(new StatsCommand(console))
        .addSubcommand(new CallCommand(console))
        .addSubcommand(BenchCommand.withSubcommands(console))
        .addSubcommand(new DecideCommand(console))
        .addSubcommand(new ConfigCommand(console))
        .addSubcommand(new BackendsCommand(console))
        .addSubcommand(new ConformanceCommand(console))
        .registerConverter(Instant.class, new Moments(console.clock()))
        .registerConverter(Duration.class, new Durations())
        .registerConverter(Cursor.class, Cursor::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(console.err())
        .setParameterExceptionHandler(this::wrongParameter)
        .setExecutionExceptionHandler(this::failed);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private int wrongParameter(ParameterException e, String[] args) {
    console.say(
        "%s; see %s --help"
            .formatted(oneLine(e), e.getCommandLine().getCommandSpec().qualifiedName()));
    return ERROR;
  }

  private int failed(Exception e, CommandLine command, ParseResult result) {
    if (Console.isBrokenPipe(e)) {
      return 0;
    }
    say(e);
    if (debug) {
      e.printStackTrace(console.err());
    }
    return ERROR;
  }

  private void say(Exception e) {
    if (e instanceof ConfigException wrong) {
      wrong.problems().forEach(console::say);
    } else {
      console.say(oneLine(e));
    }
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.replace("\n", " ");
  }
}
