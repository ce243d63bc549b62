package io.logsink.bench.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Capabilities;
import io.logsink.api.record.LogRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkloadReaderTest {
  @TempDir private Path folder;
  private final WorkloadReader reader = new WorkloadReader(1 << 20);

  @Test
  void keepsEveryByteOfALineButItsNewline() throws Exception {
    byte[] odd = {'a', 0, '\r', 'b', '\r', '\n', '\n', (byte) 0xff, (byte) 0xc3, 27, '[', 'm'};
    Files.write(folder.resolve("odd.log"), odd);
    reader.addPath(folder.resolve("odd.log"));
    Workload workload = reader.workload();

    assertThat(workload.records()).hasSize(3);
    assertThat(joined(workload.records())).isEqualTo(odd);
    assertThat(workload.whole()).isTrue();
    assertThat(workload.cutCount()).isZero();
  }

  @Test
  void everyFileOfAFolderIsASourceOfItsOwn() throws Exception {
    Files.createDirectory(folder.resolve("web"));
    Files.writeString(folder.resolve("web/a.log"), "1\n2\n3\n");
    Files.writeString(folder.resolve("b*.log"), "4\n");
    reader.addPath(folder);
    Workload workload = reader.workload();

    assertThat(workload.records())
        .extracting(line -> line.source() + " " + line.body())
        .containsExactly("pty:web/a.log 1", "pty:b_.log 4", "pty:web/a.log 2", "pty:web/a.log 3");
    assertThat(workload.description()).isEqualTo("folder %s (2 files)".formatted(folder));
  }

  @Test
  void aFolderWithTooMuchGivesTheSameShareOfEachFile() throws Exception {
    Files.writeString(folder.resolve("a"), "a".repeat(99).concat("\n").repeat(40));
    Files.writeString(folder.resolve("b"), "b".repeat(99).concat("\n").repeat(20));
    WorkloadReader small = new WorkloadReader(3_000);
    small.addPath(folder);
    Workload workload = small.workload();

    assertThat(workload.whole()).isFalse();
    assertThat(workload.records()).filteredOn(line -> isOf("pty:a", line)).hasSize(20);
    assertThat(workload.records()).filteredOn(line -> isOf("pty:b", line)).hasSize(10);
  }

  @Test
  void aStreamIsReadUpToTheLimit() throws Exception {
    byte[] lines = "0123456789\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    WorkloadReader small = new WorkloadReader(110);
    small.addStream("stdin", new ByteArrayInputStream(lines));

    assertThat(small.workload().records()).hasSize(10);
    assertThat(small.workload().whole()).isFalse();
  }

  @Test
  void aLineThatIsTooLongForSomeBackendIsCutAndCounted() throws Exception {
    byte[] line = new byte[Capabilities.LEAST_MAX_RECORD_BYTES + 1];
    WorkloadReader large = new WorkloadReader(line.length + 10);
    large.addStream("stdin", new ByteArrayInputStream(line));

    assertThat(large.workload().records())
        .extracting(one -> one.body().length())
        .containsExactly(Capabilities.LEAST_MAX_RECORD_BYTES, 1);
    assertThat(large.workload().cutCount()).isEqualTo(1);
  }

  @Test
  void takesWhatACommandPrints() throws Exception {
    reader.addCommand("printf 'a\\0b\\nc'; echo unseen >&2");

    assertThat(reader.workload().records())
        .extracting(line -> line.source() + " " + line.body())
        .containsExactly("pty:printf a\0b", "pty:printf c");
  }

  @Test
  void endsACommandThatNeverEnds() throws Exception {
    reader.addCommand("yes");

    assertThat(reader.workload().records()).hasSize((1 << 20) / 2);
  }

  @Test
  void aJvmMakesLinesOfManySources() throws Exception {
    WorkloadReader large = new WorkloadReader(4 << 20);
    large.addJvm(Path.of(System.getProperty("java.home")));
    Workload workload = large.workload();

    assertThat(workload.records()).hasSizeGreaterThan(10_000);
    assertThat(workload.sourceCount()).isGreaterThan(10);
    assertThat(workload.records())
        .extracting(line -> line.source().name())
        .contains("jvm:class", "jvm:os")
        .allMatch(name -> name.startsWith("jvm:"));
    assertThat(workload.whole()).isTrue();
  }

  @Test
  void saysThatAnInputIsNotThere() {
    assertThatThrownBy(() -> reader.addPath(folder.resolve("none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("none").toString());
  }

  @Test
  void saysThatThereAreNoLines() throws Exception {
    Files.createFile(folder.resolve("empty"));
    reader.addPath(folder.resolve("empty"));

    assertThatThrownBy(reader::workload)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no lines in file " + folder.resolve("empty"));
  }

  @Test
  void readsRealLogsByteForByte() throws Exception {
    byte[] logs = Corpora.tar();
    WorkloadReader large = new WorkloadReader(logs.length + 1L);
    large.addStream("stdin", new ByteArrayInputStream(logs));

    assertThat(joined(large.workload().records())).isEqualTo(logs);
  }

  private static boolean isOf(String source, LogRecord line) {
    return line.source().name().equals(source);
  }

  /** The bodies with newlines between them, and none at the end. */
  private static byte[] joined(List<LogRecord> records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < records.size(); i++) {
      if (i > 0) {
        bytes.write('\n');
      }
      bytes.writeBytes(records.get(i).body().unsafeArray());
    }
    return bytes.toByteArray();
  }
}
