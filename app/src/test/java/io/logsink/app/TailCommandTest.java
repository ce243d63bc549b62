package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Cli.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TailCommandTest {
  @TempDir private Path folder;

  @Test
  void printsTheNewestTenInAppendOrder() {
    append("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");

    assertThat(tail("--format", "raw").lines())
        .containsExactly("3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
  }

  @Test
  void printsAsManyAsAskedForAndMatch() {
    append("a\nb\na b\nc\n");

    assertThat(tail("--format", "raw", "-n", "1", "--words", "a").lines()).containsExactly("a b");
    assertThat(tail("--format", "raw", "-n", "0").lines()).isEmpty();
  }

  @Test
  void followsWhatIsAppended() {
    append("before\n");
    Reader reader = new Reader(List.of("before", "first", "second"));
    StringWriter err = new StringWriter();

    int exitCode =
        Cli.run(
            InputStream.nullInputStream(),
            reader,
            err,
            arguments("tail", "-f", "--interval", "10", "--format", "raw"));

    assertThat(exitCode).as(err.toString()).isZero();
    assertThat(reader.lines).containsExactly("before", "first", "second");
  }

  @Test
  void endsWithAnErrorWhenThereIsNoStore() {
    assertThat(tail("-f").exitCode()).isEqualTo(2);
  }

  private Result append(String lines) {
    return Cli.run(lines.getBytes(StandardCharsets.UTF_8), arguments("append", "--source", "x"));
  }

  private Result tail(String... options) {
    return Cli.run(arguments("tail", options));
  }

  private String[] arguments(String command, String... options) {
    return Cli.arguments(command, "sqlite", folder.resolve("store"), options);
  }

  /**
   * Whoever reads the output: lets the next line be written for each it got, then has had enough.
   */
  private final class Reader extends OutputStream {
    private final List<String> wanted;
    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Reader(List<String> wanted) {
      this.wanted = wanted;
    }

    @Override
    public void write(int b) throws IOException {
      if (b != '\n') {
        line.write(b);
        return;
      }
      lines.add(line.toString(StandardCharsets.UTF_8));
      line.reset();
      if (lines.size() == wanted.size()) {
        throw new IOException("Broken pipe");
      }
      append(wanted.get(lines.size()) + "\n");
    }
  }
}
