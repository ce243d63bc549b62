package io.logsink.app.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.logsink.api.query.LogEntry;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EntryFormatTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());
  private static final Instant TIME = Instant.parse("2026-03-10T12:00:00.123456789Z");
  private static final byte[] NOT_TEXT = {'a', (byte) 0xff, 0, '\r', '\n', 'b', (byte) 0xc3};

  @Test
  void textIsALineForPeople() throws IOException {
    assertThat(print(EntryFormat.TEXT, entry(LogBody.of("grüße"))))
        .isEqualTo("2026-03-10T12:00:00.123Z WARN  pty:web: grüße\n");
  }

  @Test
  void textMarksContextAsGrepDoes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EntryWriter writer = EntryFormat.TEXT.to(out);
    writer.context(entry(LogBody.of("x")));
    writer.separator();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("2026-03-10T12:00:00.123Z WARN  pty:web- x\n--\n");
  }

  @Test
  void textStaysOneLineAndGivesTheTerminalNoOrders() throws IOException {
    assertThat(print(EntryFormat.TEXT, entry(LogBody.of("\u001b[2Ja\r\nb\tc\u009bd"))))
        .endsWith(": \\x1b[2Ja\\r\\nb\tc\\x9bd\n");
  }

  @Test
  void textHasTheAttributesBehindTheBody() throws IOException {
    Attributes attributes =
        Attributes.of(Map.of("status", AttributeValue.of(500), "path", AttributeValue.of("/\n")));

    assertThat(print(EntryFormat.TEXT, entry(LogBody.of("x"), attributes)))
        .endsWith(": x path=/\\n status=500\n");
  }

  @Test
  void rawIsTheBytesAndANewline() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EntryFormat.RAW.to(out).hit(entry(LogBody.of(NOT_TEXT)));

    assertThat(out.toByteArray()).startsWith(NOT_TEXT).endsWith('\n').hasSize(NOT_TEXT.length + 1);
  }

  @Test
  void jsonHasEveryField() throws IOException {
    assertThat(print(EntryFormat.JSON, entry(LogBody.of("say \"hi\"\\\u0001"))))
        .isEqualTo(
            """
            {"sequence":42,"cursor":"s42","time":"2026-03-10T12:00:00.123456789Z",\
            "observedTime":"2026-03-10T12:00:00.123456789Z","severity":"WARN","severityNumber":13,\
            "source":"pty:web","body":"say \\"hi\\"\\\\\\u0001"}
            """);
  }

  @Test
  void jsonSaysWhatIsContext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EntryFormat.JSON.to(out).context(entry(LogBody.of("x")));

    assertThat(parse(out.toString(StandardCharsets.UTF_8)).getBoolean("context")).isTrue();
  }

  @Test
  void jsonCarriesBytesThatAreNotText() throws IOException {
    Config json = parse(print(EntryFormat.JSON, entry(LogBody.of(NOT_TEXT))));

    assertThat(Base64.getDecoder().decode(json.getString("bodyBase64"))).isEqualTo(NOT_TEXT);
    assertThat(json.getString("body")).isEqualTo("a\ufffd\0\r\nb\ufffd");
  }

  @Test
  void jsonKeepsTheTypesOfAttributes() throws IOException {
    Attributes attributes =
        Attributes.of(
            Map.of(
                "text", AttributeValue.of("1"),
                "truth", AttributeValue.of(true),
                "whole", AttributeValue.of(Long.MAX_VALUE),
                "float", AttributeValue.of(1.0),
                "none", AttributeValue.of(Double.NaN),
                "bytes", AttributeValue.of(new byte[] {1, 2})));

    assertThat(print(EntryFormat.JSON, entry(LogBody.EMPTY, attributes)))
        .contains(
            """
            "attributes":{"bytes":{"base64":"AQI="},"float":1.0,"none":{"double":"NaN"},\
            "text":"1","truth":true,"whole":9223372036854775807}\
            """);
  }

  @Test
  void jsonGivesAnyBodyBackByteForByte() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      byte[] body = new byte[random.nextInt(40)];
      random.nextBytes(body);
      Config json = parse(print(EntryFormat.JSON, entry(LogBody.of(body))));
      byte[] back =
          json.hasPath("bodyBase64")
              ? Base64.getDecoder().decode(json.getString("bodyBase64"))
              : json.getString("body").getBytes(StandardCharsets.UTF_8);

      assertThat(back).as("logsink.seed=%d", SEED).isEqualTo(body);
    }
  }

  private static Config parse(String json) {
    assertThat(json.indexOf('\n')).as("one line").isEqualTo(json.length() - 1);
    return ConfigFactory.parseString(json);
  }

  private static String print(EntryFormat format, LogEntry entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.to(out).hit(entry);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static LogEntry entry(LogBody body) {
    return entry(body, Attributes.EMPTY);
  }

  private static LogEntry entry(LogBody body, Attributes attributes) {
    LogRecord record = LogRecord.of(TIME, Source.of("pty:web"), body);
    return new LogEntry(42, record.withSeverity(Severity.WARN).withAttributes(attributes));
  }
}
