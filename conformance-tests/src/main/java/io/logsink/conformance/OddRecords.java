package io.logsink.conformance;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Records that stores have been known to change. */
final class OddRecords {
  private static final int LONG_LINE_BYTES = 350_665;

  private OddRecords() {}

  static List<LogRecord> all() {
    List<LogRecord> records = new ArrayList<>();
    bodies().forEach(body -> records.add(record(LogBody.of(body), Attributes.EMPTY)));
    attributes().forEach(attributes -> records.add(record(LogBody.of("x"), attributes)));
    for (long nanos : List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE)) {
      records.add(
          new LogRecord(
              nanos, -nanos, Severity.INFO, Source.of("rpc"), LogBody.of("t"), Attributes.EMPTY));
    }
    for (Severity severity : Severity.values()) {
      records.add(record(LogBody.of("s"), Attributes.EMPTY).withSeverity(severity));
    }
    return records;
  }

  private static LogRecord record(LogBody body, Attributes attributes) {
    return new LogRecord(1_000, 2_000, Severity.INFO, Source.of("pty:web"), body, attributes);
  }

  private static List<byte[]> bodies() {
    byte[] everyByte = new byte[256];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) i;
    }
    List<byte[]> bodies = new ArrayList<>();
    bodies.add(new byte[0]);
    bodies.add(everyByte);
    bodies.add(new byte[] {0});
    bodies.add(
        new byte[] {'a', (byte) 0xff, (byte) 0xc3, '(', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
    for (String text :
        List.of(
            "\n",
            "\r",
            "\r\n",
            "a\nb\n",
            "50%\r100%\r",
            "\u001b[1;31mred\u001b[0m",
            "\t tabs \t",
            " ",
            "\\n \\ \\\\",
            "größe 日本語 𝒳",
            "'; DROP TABLE record; --",
            "{\"json\":true}",
            "x".repeat(LONG_LINE_BYTES))) {
      bodies.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return bodies;
  }

  private static List<Attributes> attributes() {
    Map<String, AttributeValue> many = new TreeMap<>();
    for (int i = 0; i < Attributes.MAX_COUNT; i++) {
      many.put("key" + i, AttributeValue.of(i));
    }
    return List.of(
        Attributes.of("text", AttributeValue.of("a\u0000b \"q\" \\ \n é 𝒳")),
        Attributes.of("empty", AttributeValue.of("")),
        Attributes.of("yes", AttributeValue.of(true)),
        Attributes.of("no", AttributeValue.of(false)),
        Attributes.of("least", AttributeValue.of(Long.MIN_VALUE)),
        Attributes.of("most", AttributeValue.of(Long.MAX_VALUE)),
        Attributes.of("whole double", AttributeValue.of(1.0)),
        Attributes.of("minus zero", AttributeValue.of(-0.0)),
        Attributes.of("NaN", AttributeValue.of(Double.NaN)),
        Attributes.of("infinity", AttributeValue.of(Double.NEGATIVE_INFINITY)),
        Attributes.of("tiny", AttributeValue.of(Double.MIN_VALUE)),
        Attributes.of("bytes", AttributeValue.of(new byte[] {0, -1, '\n'})),
        Attributes.of(" odd \"key\" \n=", AttributeValue.of("v")),
        Attributes.of(many));
  }

  static List<String> sourceNames() {
    return List.of(
        "web",
        "Web",
        "WEB",
        "..",
        ".",
        "/",
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "a%2Fb",
        "a:b",
        "a b",
        " ",
        "CON",
        "é",
        "e\u0301",
        "𝒳",
        "*",
        "?",
        "-rf",
        "x".repeat(255),
        "x".repeat(254) + "y",
        "é".repeat(127));
  }

  /** A record of which any part may be odd. */
  static LogRecord random(Random random) {
    byte[] body = new byte[random.nextInt(random.nextInt(20) == 0 ? 5_000 : 100)];
    random.nextBytes(body);
    if (random.nextBoolean()) {
      for (int i = 0; i < body.length; i++) {
        body[i] = (byte) "ab 0\n\r\\_é".charAt(random.nextInt(9));
      }
    }
    long nanos =
        random.nextInt(10) == 0 ? random.nextLong() : 1_700_000_000_000_000_000L + random.nextInt();
    return new LogRecord(
        nanos,
        random.nextBoolean() ? nanos : random.nextLong(),
        Severity.ofNumber(1 + random.nextInt(24)),
        Source.of("pty:" + random.nextInt(5)),
        LogBody.of(body),
        random.nextInt(4) == 0 ? attributes().get(random.nextInt(13)) : Attributes.EMPTY);
  }
}
