package io.logsink.storage.block;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Records with everything that a record may have, from a seed. */
final class RandomRecords {
  private static final Source[] SOURCES = {
    Source.of("sysmon"), Source.of("rpc"), Source.of("pty:web"), Source.of("pty:größe 𝄞")
  };

  private final Random random;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  List<LogRecord> next(int count) {
    return Stream.generate(this::next).limit(count).toList();
  }

  private LogRecord next() {
    return new LogRecord(
        nanos(),
        nanos(),
        Severity.ofNumber(1 + random.nextInt(24)),
        SOURCES[random.nextInt(SOURCES.length)],
        LogBody.of(bytes(random.nextInt(10) == 0 ? 5_000 : 120)),
        random.nextBoolean() ? Attributes.EMPTY : attributes());
  }

  /** Mostly close together, now and then anywhere. */
  private long nanos() {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextLong();
      case 1 -> Long.MIN_VALUE;
      case 2 -> Long.MAX_VALUE;
      default -> 1_790_000_000_000_000_000L + random.nextInt(1_000_000);
    };
  }

  private byte[] bytes(int mostBytes) {
    byte[] bytes = new byte[random.nextInt(mostBytes)];
    random.nextBytes(bytes);
    return bytes;
  }

  private Attributes attributes() {
    Map<String, AttributeValue> values = new HashMap<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      values.put("key." + random.nextInt(100), value());
    }
    return Attributes.of(values);
  }

  private AttributeValue value() {
    return switch (random.nextInt(5)) {
      case 0 -> AttributeValue.of("text " + random.nextInt());
      case 1 -> AttributeValue.of(random.nextBoolean());
      case 2 -> AttributeValue.of(random.nextLong());
      case 3 -> AttributeValue.of(Double.longBitsToDouble(random.nextLong()));
      default -> AttributeValue.of(bytes(40));
    };
  }
}
