package io.logsink.baselines.entry;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Records of what is hard to keep: bytes that are no text, long bodies, all kinds of attributes.
 */
public final class HardRecords {
  private static final byte[][] BODIES = {
    {},
    {0, 1, 2, 0, 10, 13, 27},
    {(byte) 0xc3, (byte) 0x28, (byte) 0xff, (byte) 0xfe},
    "two\nlines\n".getBytes(StandardCharsets.UTF_8),
    "Grüße, 世界 \uD83D\uDE00".getBytes(StandardCharsets.UTF_8),
    filled(300_000),
  };

  private static final Attributes ATTRIBUTES =
      Attributes.of(
          Map.of(
              "text", AttributeValue.of("ä\nb"),
              "flag", AttributeValue.of(true),
              "count", AttributeValue.of(Long.MIN_VALUE),
              "share", AttributeValue.of(Double.NaN),
              "bytes", AttributeValue.of(new byte[] {0, -1})));

  private HardRecords() {}

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  /**
   * {@code count} of them, from three sources; each body that is text has the word of its number.
   */
  public static List<LogRecord> of(int count) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] body =
          i % 2 == 0 && i / 2 < BODIES.length
              ? BODIES[i / 2]
              : "line n%d of many".formatted(i).getBytes(StandardCharsets.UTF_8);
      records.add(
          new LogRecord(
              1_700_000_000_000_000_000L + i * 1_000_003L,
              1_700_000_000_000_000_000L + i * 1_000_007L,
              Severity.ofNumber(1 + i % 24),
              Source.of("pty:web" + i % 3),
              LogBody.of(body),
              i % 5 == 0 ? ATTRIBUTES : Attributes.EMPTY));
    }
    return records;
  }

  /** In batches of {@code size}. */
  public static List<LogBatch> batches(List<LogRecord> records, int size) {
    List<LogBatch> batches = new ArrayList<>();
    for (int i = 0; i < records.size(); i += size) {
      batches.add(LogBatch.of(records.subList(i, Math.min(i + size, records.size()))));
    }
    return batches;
  }
}
