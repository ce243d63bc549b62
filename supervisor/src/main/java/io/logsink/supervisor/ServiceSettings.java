package io.logsink.supervisor;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One service.
 *
 * @param command the program and its arguments; a program without {@code /} is looked for in the
 *     service's {@code PATH}, one with it from its folder; no shell comes in between
 * @param directory the folder it runs in
 * @param environment {@code NAME=value} each, on top of the supervisor's own environment
 * @param output where it prints to
 * @param terminal the size of its terminal
 * @param line how what it prints becomes records
 * @param restart when it is started again
 * @param stopTime how long it and its children have to end after SIGTERM, before SIGKILL; 0 to 1 h
 */
public record ServiceSettings(
    List<String> command,
    Path directory,
    List<String> environment,
    ServiceOutput output,
    TerminalSettings terminal,
    LineSettings line,
    RestartSettings restart,
    Duration stopTime) {
  /** No command yet; the supervisor's folder and environment; a terminal; 10 s to stop. */
  public static final ServiceSettings DEFAULT =
      new ServiceSettings(
          List.of(),
          Path.of("."),
          List.of(),
          ServiceOutput.TERMINAL,
          TerminalSettings.DEFAULT,
          LineSettings.DEFAULT,
          RestartSettings.DEFAULT,
          Duration.ofSeconds(10));

  /**
   * Checks the values. A command may still be missing here: {@link SupervisorSettings} wants one.
   */
  public ServiceSettings {
    command = List.copyOf(command);
    environment = List.copyOf(environment);
    requireNoNul("command", command);
    requireNoNul("environment", environment);
    for (String variable : environment) {
      if (variable.indexOf('=') < 1) {
        throw new InvalidSettingException(
            "environment", "\"" + variable + "\"", "a list of NAME=value");
      }
    }
    if (stopTime.isNegative() || stopTime.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSettingException("stopTime", stopTime, "0 to 1 h");
    }
  }

  private static void requireNoNul(String field, List<String> values) {
    if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      throw new InvalidSettingException(field, values, "a list of text without NUL");
    }
  }

  /** The defaults with a command. */
  public static ServiceSettings of(String... command) {
    return DEFAULT.withCommand(List.of(command));
  }

  /** These with another command. */
  public ServiceSettings withCommand(List<String> other) {
    return new ServiceSettings(
        other, directory, environment, output, terminal, line, restart, stopTime);
  }

  /** These with another folder and environment. */
  public ServiceSettings withPlace(Path otherDirectory, List<String> otherEnvironment) {
    return new ServiceSettings(
        command, otherDirectory, otherEnvironment, output, terminal, line, restart, stopTime);
  }

  /** These with another kind of output. */
  public ServiceSettings withOutput(ServiceOutput other) {
    return new ServiceSettings(
        command, directory, environment, other, terminal, line, restart, stopTime);
  }

  /** These with another size of the terminal. */
  public ServiceSettings withTerminal(TerminalSettings other) {
    return new ServiceSettings(
        command, directory, environment, output, other, line, restart, stopTime);
  }

  /** These with another way to make records of lines. */
  public ServiceSettings withLine(LineSettings other) {
    return new ServiceSettings(
        command, directory, environment, output, terminal, other, restart, stopTime);
  }

  /** These with other restarts. */
  public ServiceSettings withRestart(RestartSettings other) {
    return new ServiceSettings(
        command, directory, environment, output, terminal, line, other, stopTime);
  }

  /** These with another time to stop. */
  public ServiceSettings withStopTime(Duration other) {
    return new ServiceSettings(
        command, directory, environment, output, terminal, line, restart, other);
  }
}
