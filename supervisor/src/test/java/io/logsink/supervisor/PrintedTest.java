package io.logsink.supervisor;

import static io.logsink.supervisor.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What real processes print is what is stored. */
final class PrintedTest {
  @TempDir private Path folder;

  private final Recording recording = new Recording();

  /** What becomes of a file that is printed. */
  private List<byte[]> print(ServiceOutput output, byte[] bytes)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("printed"), bytes);
    ServiceSettings cat = Rig.script(output, "").withCommand(List.of("cat", file.toString()));
    ServiceStatus status = Rig.run(cat, recording);
    assertThat(status.lastExitCode()).isZero();
    return recording.of(WEB).stream().map(record -> record.body().toByteArray()).toList();
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void run(ServiceOutput output, String script) throws InterruptedException {
    ServiceStatus _ = Rig.run(Rig.script(output, script), recording);
  }

  @ParameterizedTest
  @EnumSource
  void everyByteComesThrough(ServiceOutput output) throws Exception {
    byte[] all = new byte[256];
    IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
    String nuls = "a\0\0b\n";
    String brokenUtf8 = "\u00c3(\u00ff\u00fe\n";
    String progress = "\r 10%\r 20%\r\u001b[2K done\r\n";

    List<byte[]> bodies =
        print(
            output,
            bytes(
                nuls
                    + brokenUtf8
                    + progress
                    + new String(all, StandardCharsets.ISO_8859_1)
                    + "\n"));

    String[] lines = new String(all, StandardCharsets.ISO_8859_1).split("\n", -1);
    assertThat(bodies)
        .containsExactly(
            bytes("a\0\0b"),
            bytes("\u00c3(\u00ff\u00fe"),
            bytes("\r 10%\r 20%\r\u001b[2K done\r"),
            bytes(lines[0]),
            bytes(lines[1]));
  }

  @ParameterizedTest
  @EnumSource
  void randomBytesCanBePutTogetherAgain(ServiceOutput output) throws Exception {
    long seed = Long.getLong("logsink.seed", System.nanoTime());
    byte[] printed = new byte[300_000];
    new Random(seed).nextBytes(printed);
    printed[printed.length - 1] = '\n';

    List<byte[]> bodies = print(output, printed);

    ByteArrayOutputStream together = new ByteArrayOutputStream();
    for (byte[] body : bodies) {
      together.writeBytes(body);
      together.write('\n');
    }
    assertThat(together.toByteArray()).as("seed %d", seed).isEqualTo(printed);
  }

  @ParameterizedTest
  @EnumSource
  void aLineOfAMegabyteIsOneRecordAndALongerOneHasParts(ServiceOutput output) throws Exception {
    String megabyte = "m".repeat(1 << 20);

    List<byte[]> bodies = print(output, bytes(megabyte + "\n" + megabyte + "x\n"));

    assertThat(bodies).containsExactly(bytes(megabyte), bytes(megabyte), bytes("x"));
    assertThat(recording.of(WEB))
        .extracting(record -> Recording.attribute(record, LineSplitter.PART))
        .containsExactly("", "1", "2");
  }

  @ParameterizedTest
  @EnumSource
  void manyFastLinesAllArriveInOrder(ServiceOutput output) throws Exception {
    run(output, "exec awk 'BEGIN { for (i = 0; i < 200000; i++) print \"line \" i }'");

    assertThat(recording.texts(WEB))
        .isEqualTo(IntStream.range(0, 200_000).mapToObj(i -> "line " + i).toList());
    assertThat(recording.ended()).containsExactly(WEB);
  }

  @ParameterizedTest
  @EnumSource
  void anEndWithoutNewlineIsKept(ServiceOutput output) throws Exception {
    run(output, "printf 'one\\ntwo'");

    assertThat(recording.texts(WEB)).containsExactly("one", "two");
    assertThat(recording.of(WEB).get(1)).satisfies(PrintedTest::isPartial);
  }

  private static void isPartial(LogRecord record) {
    assertThat(Recording.attribute(record, LineSplitter.PARTIAL)).isEqualTo("true");
  }

  @ParameterizedTest
  @EnumSource
  void aKillInTheMiddleOfALineLeavesItsBeginning(ServiceOutput output) throws Exception {
    run(output, "echo whole; printf half; kill -9 $$; echo never");

    assertThat(recording.texts(WEB)).containsExactly("whole", "half");
    assertThat(recording.of(WEB).get(1)).satisfies(PrintedTest::isPartial);
  }

  @ParameterizedTest
  @EnumSource
  void aPromptIsSeenWhileItWaits(ServiceOutput output) throws Exception {
    Path answer = folder.resolve("answer");
    ServiceSettings asking =
        Rig.script(
            output,
            "printf 'go on? '; until test -e '%s'; do sleep 0.02; done; echo yes"
                .formatted(answer));
    try (Supervisor supervisor = Rig.start(asking, recording)) {
      recording.await("prompt", seen -> seen.texts(WEB).equals(List.of("go on? ")));
      Files.createFile(answer);
      assertThat(supervisor.awaitEnd(Recording.PATIENCE)).isTrue();
    }

    List<LogRecord> lines = recording.of(WEB);
    assertThat(recording.texts(WEB)).containsExactly("go on? ", "yes");
    assertThat(lines.getFirst()).satisfies(PrintedTest::isPartial);
    assertThat(Recording.attribute(lines.getLast(), LineSplitter.LAST)).isEqualTo("true");
  }

  @ParameterizedTest
  @EnumSource
  void itsLinesStandBetweenItsStartAndItsEnd(ServiceOutput output) throws Exception {
    run(output, "echo one");

    assertThat(recording.records())
        .extracting(LogRecord::source)
        .containsExactly(Supervisor.SOURCE, WEB, Supervisor.SOURCE, Supervisor.SOURCE);
    assertThat(recording.events())
        .containsExactly(ServiceEvents.STARTED, ServiceEvents.EXITED, ServiceEvents.ENDED);
  }

  @ParameterizedTest
  @EnumSource
  void itRunsInItsFolderWithItsEnvironment(ServiceOutput output) throws Exception {
    Path real = folder.toRealPath();
    ServiceSettings settings =
        Rig.script(output, "pwd -P; echo \"$GREETING\"; cat ./here")
            .withPlace(real, List.of("GREETING=hello = there"));
    Files.writeString(real.resolve("here"), "a file\n");

    ServiceStatus _ = Rig.run(settings, recording);

    assertThat(recording.texts(WEB)).containsExactly(real.toString(), "hello = there", "a file");
  }

  @ParameterizedTest
  @EnumSource
  void aProgramIsFoundFromItsFolder(ServiceOutput output) throws Exception {
    Path program = folder.resolve("program");
    Files.writeString(program, "#!/bin/sh\necho ran\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    ServiceSettings settings =
        Rig.script(output, "").withCommand(List.of("./program")).withPlace(folder, List.of());

    ServiceStatus _ = Rig.run(settings, recording);

    assertThat(recording.texts(WEB)).containsExactly("ran");
  }

  @Test
  void aTerminalHasItsSizeFromTheStart() throws Exception {
    ServiceSettings settings =
        Rig.script(
                ServiceOutput.TERMINAL,
                "test -t 0 && test -t 1 && test -t 2 && stty size; echo $COLUMNS $LINES")
            .withTerminal(new TerminalSettings(99, 33));

    ServiceStatus _ = Rig.run(settings, recording);

    assertThat(recording.texts(WEB)).containsExactly("33 99", "99 33");
  }

  @Test
  void pipesAreKeptApartAndStandardInputIsEmpty() throws Exception {
    run(ServiceOutput.PIPES, "cat; test -t 1 || echo out; echo err >&2");

    assertThat(recording.of(WEB))
        .extracting(
            record -> record.body().text(),
            record -> Recording.attribute(record, PipeProcess.STREAM))
        .containsExactlyInAnyOrder(tuple("out", "stdout"), tuple("err", "stderr"));
  }

  @ParameterizedTest
  @EnumSource
  void whoClosesItsOutputsIsWaitedFor(ServiceOutput output) throws Exception {
    Path go = folder.resolve("go");
    ServiceSettings silent =
        Rig.script(
            output,
            "echo last; exec <&- >&- 2>&-; until test -e '%s'; do sleep 0.02; done; exit 7"
                .formatted(go));
    try (Supervisor supervisor = Rig.start(silent, recording)) {
      recording.await("last line", seen -> !seen.texts(WEB).isEmpty());
      Files.createFile(go);
      assertThat(supervisor.awaitEnd(Recording.PATIENCE)).isTrue();
      assertThat(Rig.statusOf(supervisor).lastExitCode()).isEqualTo(7);
    }
  }

  @Test
  void servicesHaveSourcesOfTheirOwn() {
    assertThat(Supervisor.sourceOf("db")).isEqualTo(Source.of("pty:db"));
  }
}
