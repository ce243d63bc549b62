package io.logsink.conformance;

import io.logsink.api.Access;
import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The other process of the clauses that need one: a JVM of its own with the kit and the subject on
 * its class path.
 */
final class KitChild {
  private static final int UPKEEP_EVERY = 50;

  private KitChild() {}

  /** Starts a child that does {@code task} in {@code fixture}'s folder. */
  static Process start(Fixture fixture, String task, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(KitChild::isForTheChild)
        .forEach(command::add);
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("logsink."))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(
        List.of("-classpath", System.getProperty("java.class.path"), KitChild.class.getName()));
    command.addAll(
        List.of(task, fixture.subject().getClass().getName(), fixture.folder().toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static boolean isForTheChild(String option) {
    return !option.startsWith("-Xmx")
        && !option.startsWith("-javaagent")
        && !option.startsWith("-agentlib")
        && !option.startsWith("-Dlogsink.")
        && !option.startsWith("-XX:AOT");
  }

  /** Runs {@code task} to its end and returns what it printed. */
  static String run(Fixture fixture, String task, Object... arguments)
      throws IOException, InterruptedException {
    Process child = start(fixture, task, arguments);
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!child.waitFor(1, TimeUnit.MINUTES)) {
      child.destroyForcibly();
      throw new AssertionError("the child that should %s does not end".formatted(task));
    }
    return printed + (child.exitValue() == 0 ? "" : "[exit code %d]".formatted(child.exitValue()));
  }

  /** The child: {@code task subject folder argument...}. */
  public static void main(String[] args) throws Exception {
    ConformanceSubject subject = subject(args[1]);
    Path folder = Path.of(args[2]);
    switch (args[0]) {
      case "own" -> print(tryToOpen(subject, folder, Access.OWNER));
      case "read" -> print(tryToOpen(subject, folder, Access.READ_ONLY));
      case "append" ->
          append(
              subject,
              folder,
              new CrashRecords(Long.parseLong(args[3]), Integer.parseInt(args[4])));
      case "damage" ->
          print(
              new DamageRounds(subject, folder, Long.parseLong(args[3]))
                  .run(Integer.parseInt(args[4])));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static ConformanceSubject subject(String className) throws ReflectiveOperationException {
    var constructor =
        Class.forName(className).asSubclass(ConformanceSubject.class).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static String tryToOpen(ConformanceSubject subject, Path folder, Access access)
      throws LogSinkException {
    Path store = folder.resolve("store");
    try (LogSink sink =
        Fixture.open(subject, store, StoreLimits.HOURLY, access, new SteppingClock())) {
      return "opened, %d records".formatted(Fixture.readAll(sink).size());
    } catch (LogSinkException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  /** Appends until it is killed; says so after each append has returned. */
  private static void append(ConformanceSubject subject, Path folder, CrashRecords records)
      throws LogSinkException, IOException {
    Path store = folder.resolve("store");
    LogSink sink =
        Fixture.open(
            subject, store, StoreLimits.SMALL_WINDOWS, Access.OWNER, InstantSource.system());
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (int number = 0; ; number++) {
        AppendReceipt receipt = sink.append(records.batch(number));
        String line =
            "%d %d %d\n".formatted(number, receipt.firstSequence(), receipt.lastSequence());
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        if (number % UPKEEP_EVERY == UPKEEP_EVERY - 1) {
          sink.maintain(java.time.Instant.now());
        }
      }
    }
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
