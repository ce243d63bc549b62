package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.logsink.app.Cli.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void store() {
    append("pty:web", "info", "GET /a 200\nGET /b 500\nGET /c 200\n");
    append("sysmon", "warn", "load is high\n");
    append("pty:web", "error", "GET /d 500\nERROR in handler\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "lmdb", "rotfile", "ring"})
  void readsWhatWasAppendedToEveryBackend(String backend) {
    Path store = folder.resolve(backend);
    byte[] lines = "one\r\n\0two\n\n\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
    Cli.run(lines, Cli.arguments("append", backend, store, "--source", "x"));

    Result result = Cli.run(Cli.arguments("query", backend, store, "--format", "raw"));

    assertThat(result.out()).containsExactly(lines);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void printsAllInAppendOrder() {
    assertThat(raw())
        .startsWith("GET /a 200", "GET /b 500")
        .endsWith("ERROR in handler")
        .hasSize(6);
  }

  @Test
  void printsTextForPeople() {
    assertThat(query("--source", "sysmon").text())
        .isEqualTo("2026-03-10T12:00:00.000Z WARN  sysmon: load is high\n");
  }

  @Test
  void filtersBySource() {
    assertThat(raw("--source", "sys*")).containsExactly("load is high");
    assertThat(raw("--source", "pty:*", "--source", "sysmon")).hasSize(6);
  }

  @Test
  void filtersBySeverity() {
    assertThat(raw("--severity", "WARN")).hasSize(3);
    assertThat(raw("--severity", "error")).containsExactly("GET /d 500", "ERROR in handler");
  }

  @Test
  void filtersByTextWordsAndRegex() {
    assertThat(raw("--contains", "/b")).containsExactly("GET /b 500");
    assertThat(raw("--words", "error")).containsExactly("ERROR in handler");
    assertThat(raw("--words", "get 500")).containsExactly("GET /b 500", "GET /d 500");
    assertThat(raw("--regex", "/[ac] ")).containsExactly("GET /a 200", "GET /c 200");
  }

  @Test
  void filtersByTime() {
    assertThat(raw("--since", "1m")).hasSize(6);
    assertThat(raw("--since", "2026-03-11")).isEmpty();
    assertThat(raw("--until", "now")).isEmpty();
  }

  @Test
  void everyOptionHasToMatch() {
    assertThat(raw("--words", "500", "--severity", "error", "--source", "pty:*"))
        .containsExactly("GET /d 500");
  }

  @Test
  void newestComesFirstWhenAsked() {
    assertThat(raw("--newest", "-n", "2")).containsExactly("ERROR in handler", "GET /d 500");
  }

  @Test
  void goesOnAfterACursorThatItPrinted() {
    String line = query("--format", "json", "-n", "2").lines().getLast();
    String cursor = ConfigFactory.parseString(line).getString("cursor");

    assertThat(raw("--after", cursor)).startsWith("GET /c 200").hasSize(4);
    assertThat(raw("--after", cursor, "--newest")).containsExactly("GET /a 200");
  }

  @Test
  void printsContextAmongAllSources() {
    assertThat(raw("--contains", "/c", "-A", "1", "-B", "1"))
        .containsExactly("GET /b 500", "GET /c 200", "load is high");
  }

  @Test
  void printsContextAmongTheSourcesAskedFor() {
    assertThat(raw("--contains", "/c", "-C", "1", "--source", "pty:web"))
        .containsExactly("GET /b 500", "GET /c 200", "GET /d 500");
  }

  @Test
  void separatesContextThatDoesNotTouch() {
    assertThat(raw("--regex", "/a|handler", "-A", "1"))
        .containsExactly("GET /a 200", "GET /b 500", "--", "ERROR in handler");
  }

  @Test
  void readsMoreThanAPage() {
    String many =
        IntStream.range(0, 2_500).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    append("many", "info", many);

    assertThat(raw("--source", "many")).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(raw("--source", "many", "-n", "1500")).hasSize(1_500).endsWith("line 1499");
    assertThat(raw("--source", "many", "--newest", "-n", "1001"))
        .hasSize(1_001)
        .endsWith("line 1499");
  }

  @Test
  void exitCodesAreThoseOfGrep() {
    assertThat(query("--words", "handler").exitCode()).isZero();
    assertThat(query("--words", "nowhere").exitCode()).isEqualTo(1);
    assertThat(query("--nonsense").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--limit=0",
        "--context=-1",
        "--after=nothing",
        "--severity=loud",
        "--regex=(",
        "--words=,",
        "--since=then",
        "--format=xml"
      })
  void saysWhatIsWrongInOneLine(String wrong) {
    Result result = query(wrong);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().asString().startsWith("logsink: ");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void saysWhichStoreIsNotThere() {
    Path nowhere = folder.resolve("nowhere");
    Result result = Cli.run(Cli.arguments("query", "sqlite", nowhere));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().asString().contains(nowhere.toString());
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void debugAddsTheStackTrace() {
    assertThat(query("--regex=(", "--debug").err()).contains("\tat io.logsink");
  }

  @Test
  void endsQuietlyWhenTheReaderHasHadEnough() {
    StringWriter err = new StringWriter();
    int exitCode =
        Cli.run(InputStream.nullInputStream(), new ClosedPipe(), err, arguments("query"));

    assertThat(exitCode).isZero();
    assertThat(err.toString()).isEmpty();
  }

  private void append(String source, String severity, String lines) {
    Result result =
        Cli.run(
            lines.getBytes(StandardCharsets.UTF_8),
            arguments("append", "--source", source, "--severity", severity));
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private List<String> raw(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--format", "raw"));
    return query(all.toArray(String[]::new)).lines();
  }

  private Result query(String... options) {
    return Cli.run(arguments("query", options));
  }

  private String[] arguments(String command, String... options) {
    return Cli.arguments(command, "sqlite", folder.resolve("store"), options);
  }

  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
