package io.logsink.supervisor;

import static io.logsink.supervisor.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts, restarts, ends. */
final class LifeTest {
  private static final String FOREVER = "while :; do sleep 0.05; done";

  @TempDir private Path folder;

  private final Recording recording = new Recording();

  @ParameterizedTest
  @EnumSource
  void aFailureIsTriedAgainWithGrowingDelays(ServiceOutput output) throws Exception {
    ServiceSettings failing =
        Rig.script(output, "exit 3").withRestart(Rig.restart(RestartPolicy.ON_FAILURE, 3));

    ServiceStatus status = Rig.run(failing, recording);

    assertThat(recording.events(ServiceEvents.RESTARTING))
        .extracting(record -> Recording.attribute(record, ServiceEvents.DELAY_MILLIS))
        .containsExactly("1", "2", "3");
    assertThat(recording.events(ServiceEvents.EXITED))
        .hasSize(4)
        .allSatisfy(record -> assertThat(record.severity()).isEqualTo(Severity.WARN))
        .allSatisfy(record ->
            assertThat(Recording.attribute(record, ServiceEvents.EXIT_CODE)).isEqualTo("3"));
    assertThat(recording.events().getLast()).isEqualTo(ServiceEvents.GIVEN_UP);
    assertThat(status.state()).isEqualTo(ServiceState.ENDED);
    assertThat(status.restartCount()).isEqualTo(3);
    assertThat(status.lastExitCode()).isEqualTo(3);
  }

  @Test
  void onlyAFailureIsTriedAgainUnlessAlways() throws Exception {
    RestartSettings onFailure = Rig.restart(RestartPolicy.ON_FAILURE, 0);
    ServiceStatus once =
        Rig.run(Rig.script(ServiceOutput.PIPES, "exit 0").withRestart(onFailure), recording);

    assertThat(once.restartCount()).isZero();
    assertThat(recording.events().getLast()).isEqualTo(ServiceEvents.ENDED);

    ServiceSettings always =
        Rig.script(ServiceOutput.PIPES, "exit 0").withRestart(Rig.restart(RestartPolicy.ALWAYS, 0));
    try (Supervisor _ = Rig.start(always, recording)) {
      recording.await("fourth start", seen -> seen.events(ServiceEvents.STARTED).size() >= 4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSignalShowsInTheExitCode(ServiceOutput output) throws Exception {
    ServiceStatus status = Rig.run(Rig.script(output, "kill -9 $$"), recording);

    assertThat(status.lastExitCode()).isEqualTo(137);
    assertThat(recording.events(ServiceEvents.EXITED).getFirst().body().text())
        .contains("exit code 137 (as after signal 9)");
  }

  @ParameterizedTest
  @EnumSource
  void aCommandThatIsNotThereIsToldAndTriedAgain(ServiceOutput output) throws Exception {
    ServiceSettings missing =
        Rig.script(output, "")
            .withCommand(List.of("no-such-program", "x"))
            .withRestart(Rig.restart(RestartPolicy.ON_FAILURE, 1));

    ServiceStatus status = Rig.run(missing, recording);

    assertThat(recording.events())
        .containsExactly(
            ServiceEvents.START_FAILED,
            ServiceEvents.RESTARTING,
            ServiceEvents.START_FAILED,
            ServiceEvents.GIVEN_UP);
    LogRecord told = recording.events(ServiceEvents.START_FAILED).getFirst();
    assertThat(told.severity()).isEqualTo(Severity.ERROR);
    assertThat(told.body().text())
        .startsWith("service web could not be started: command not found: no-such-program is in");
    assertThat(status.lastFault()).startsWith("command not found: no-such-program");
    assertThat(status.lastExitCode()).isNull();
  }

  @Test
  void whatElseIsMissingIsNamed() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain"), "text");
    assertThat(faultOf(ServiceSettings.of(plain.toString())))
        .isEqualTo("command not found: " + plain + " is no program");
    assertThat(faultOf(ServiceSettings.of("./gone").withPlace(folder, List.of())))
        .startsWith("command not found: ./gone is not there: ")
        .contains(folder.toString());
    Path gone = folder.resolve("gone");
    assertThat(faultOf(ServiceSettings.of("sh").withPlace(gone, List.of())))
        .isEqualTo("the folder " + gone + " is not there");
    assertThat(faultOf(ServiceSettings.of("sh").withPlace(folder, List.of("PATH=/nowhere"))))
        .isEqualTo("command not found: sh is in no folder of the PATH /nowhere");
  }

  private String faultOf(ServiceSettings service) throws InterruptedException {
    ServiceStatus status =
        Rig.run(service.withRestart(Rig.restart(RestartPolicy.NEVER, 0)), recording);
    return String.valueOf(status.lastFault());
  }

  @ParameterizedTest
  @EnumSource
  void aStopLetsItSayItsLastWords(ServiceOutput output) throws Exception {
    ServiceSettings polite =
        Rig.script(output, "trap 'echo bye; exit 5' TERM; echo ready; " + FOREVER)
            .withRestart(Rig.restart(RestartPolicy.ALWAYS, 0));
    Supervisor supervisor = Rig.start(polite, recording);
    recording.await("start", seen -> !seen.texts(WEB).isEmpty());
    assertThat(Rig.statusOf(supervisor).state()).isEqualTo(ServiceState.RUNNING);
    assertThat(supervisor.pids()).containsOnlyKeys("web");

    supervisor.close();
    supervisor.close();

    assertThat(recording.texts(WEB)).contains("ready", "bye");
    LogRecord exit = recording.events(ServiceEvents.EXITED).getFirst();
    assertThat(exit.severity()).isEqualTo(Severity.INFO);
    assertThat(Recording.attribute(exit, ServiceEvents.EXIT_CODE)).isEqualTo("5");
    assertThat(Recording.attribute(exit, ServiceEvents.REQUESTED)).isEqualTo("true");
    assertThat(recording.events()).containsExactly(ServiceEvents.STARTED, ServiceEvents.EXITED);
    assertThat(Rig.statusOf(supervisor).state()).isEqualTo(ServiceState.ENDED);
    assertThat(supervisor.pids()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoIgnoresTheSignalIsKilled(ServiceOutput output) throws Exception {
    ServiceSettings stubborn =
        Rig.script(output, "trap '' TERM HUP; echo ready; " + FOREVER)
            .withStopTime(Duration.ofMillis(100));
    try (Supervisor _ = Rig.start(stubborn, recording)) {
      recording.await("start", seen -> !seen.texts(WEB).isEmpty());
    }

    assertThat(Recording.attribute(recording.events(ServiceEvents.EXITED).getFirst(), "exit.code"))
        .isEqualTo("137");
  }

  @ParameterizedTest
  @EnumSource
  void aStopEndsGrandchildrenToo(ServiceOutput output) throws Exception {
    String stubborn = "(trap '' TERM HUP; echo $(exec sh -c 'echo $PPID'); " + FOREVER + ") & ";
    ServiceSettings parent =
        Rig.script(output, "sleep 1000 & echo $!; " + stubborn + "wait; wait; " + FOREVER)
            .withStopTime(Duration.ofMillis(200));
    try (Supervisor _ = Rig.start(parent, recording)) {
      recording.await("both children", seen -> seen.texts(WEB).size() >= 2);
    }

    for (String pid : recording.texts(WEB)) {
      Rig.awaitGone(Long.parseLong(pid));
    }
  }

  @Test
  void whatATerminalsServiceLeavesBehindIsEnded() throws Exception {
    String child = "(trap '' TERM HUP; " + FOREVER + ") & echo $!";
    ServiceSettings leaving =
        Rig.script(ServiceOutput.TERMINAL, child).withStopTime(Duration.ofMillis(50));

    ServiceStatus status = Rig.run(leaving, recording);

    assertThat(status.lastExitCode()).isZero();
    Rig.awaitGone(Long.parseLong(recording.texts(WEB).getFirst()));
  }

  @Test
  void whoIsLeftWithAPipeDoesNotHoldTheSupervisor() throws Exception {
    ServiceStatus status =
        Rig.run(Rig.script(ServiceOutput.PIPES, "sleep 1000 & echo $!"), recording);

    long left = Long.parseLong(recording.texts(WEB).getFirst());
    assertThat(status.state()).isEqualTo(ServiceState.ENDED);
    ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void whoIsLeftFloodingAPipeDoesNotHoldTheSupervisor() throws Exception {
    ServiceStatus status = Rig.run(Rig.script(ServiceOutput.PIPES, "yes & echo $!"), recording);

    String pid =
        recording.texts(WEB).stream().filter(text -> !text.equals("y")).findFirst().orElseThrow();
    assertThat(status.state()).isEqualTo(ServiceState.ENDED);
    Rig.awaitGone(Long.parseLong(pid)); // its pipe has no reader any more
  }

  @Test
  void aWaitForARestartCanBeStopped() throws Exception {
    RestartSettings late =
        new RestartSettings(
            RestartPolicy.ALWAYS, Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, 0);
    ServiceSettings service = Rig.script(ServiceOutput.PIPES, "exit 1").withRestart(late);
    try (Supervisor supervisor = Rig.start(service, recording)) {
      recording.await("wait", seen -> !seen.events(ServiceEvents.RESTARTING).isEmpty());
      assertThat(Rig.statusOf(supervisor).state()).isEqualTo(ServiceState.WAITING);
      assertThat(supervisor.awaitEnd(Duration.ZERO)).isFalse();
    }

    assertThat(recording.events().getLast()).isEqualTo(ServiceEvents.RESTARTING);
  }

  @ParameterizedTest
  @EnumSource
  void theServicesEndWithTheJvm(ServiceOutput output) throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                JvmThatEnds.class.getName(),
                output.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String pid = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();

    assertThat(jvm.waitFor()).isZero();
    assertThat(Rig.isRunning(Long.parseLong(pid))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOfManyRuns(ServiceOutput output) throws Exception {
    ServiceStatus _ = Rig.run(Rig.script(output, "echo warm"), recording);
    long before = openFileCount();

    ServiceSettings often =
        Rig.script(output, "echo again; exit 1")
            .withRestart(Rig.restart(RestartPolicy.ON_FAILURE, 30));
    ServiceStatus status = Rig.run(often, recording);

    assertThat(status.restartCount()).isEqualTo(30);
    assertThat(recording.texts(WEB)).hasSize(32);
    awaitOpenFileCount(before);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("logsink-service"));
  }

  /** Linux and macOS both have this folder. */
  private static long openFileCount() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/dev/fd"))) {
      return open.count();
    }
  }

  /** The JVM itself opens and closes files at times. */
  private static void awaitOpenFileCount(long most) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Recording.PATIENCE.toNanos();
    while (openFileCount() > most + 5) {
      assertThat(System.nanoTime()).as("open files go down to %d", most).isLessThan(deadline);
      Thread.sleep(10);
    }
  }
}
