package io.logsink.server;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Records, filters and queries of every kind, with the values at which things break. */
final class RandomThings {
  private static final String[] WORDS = {
    "one", "two", "ERROR", "straße", "😀", "\u0000", "\n", "x"
  };
  private static final long[] LONGS = {
    0, -1, 1, (1L << 53) - 1, 1L << 53, -(1L << 53), Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1.0,
    0.1,
    -1e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    9007199254740992.0,
    1e-7
  };

  private final Random random;

  RandomThings(long seed) {
    random = new Random(seed);
  }

  List<LogRecord> records(int count) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record());
    }
    return records;
  }

  private LogRecord record() {
    long time = time();
    return new LogRecord(
        time,
        random.nextBoolean() ? time : time(),
        Severity.ofNumber(1 + random.nextInt(24)),
        source(),
        LogBody.of(bytes()),
        attributes());
  }

  private long time() {
    return switch (random.nextInt(8)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> 0;
      case 3 -> -1;
      default -> random.nextLong();
    };
  }

  private Source source() {
    return Source.of(
        random.nextInt(3) == 0 ? "rpc" : "rpc:" + word().replaceAll("\\p{Cntrl}", "_"));
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private byte[] bytes() {
    if (random.nextInt(3) == 0) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      return bytes;
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(word()).append(' ');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Attributes attributes() {
    Map<String, AttributeValue> values = new HashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.put(key(), value());
    }
    return Attributes.of(values);
  }

  /** Also names that mean something elsewhere in JSON of ours. */
  private String key() {
    return List.of("a", "params", "long", "double", "bytes", "k.ey", "\u0000", "é")
        .get(random.nextInt(8));
  }

  private AttributeValue value() {
    return switch (random.nextInt(7)) {
      case 0 -> AttributeValue.of(word());
      case 1 -> AttributeValue.of(random.nextBoolean());
      case 2 -> AttributeValue.of(LONGS[random.nextInt(LONGS.length)]);
      case 3 -> AttributeValue.of(DOUBLES[random.nextInt(DOUBLES.length)]);
      case 4 -> AttributeValue.of(bytes());
      case 5 -> AttributeValue.of(Double.longBitsToDouble(random.nextLong()));
      default -> AttributeValue.of(random.nextLong());
    };
  }

  LogFilter filter(int depth) {
    int kind = random.nextInt(depth == 0 ? 8 : 11);
    return switch (kind) {
      case 0 -> LogFilter.all();
      case 1 -> new LogFilter.TimeRange(time(), time());
      case 2 -> new LogFilter.Sources(List.of(SourceGlob.of("rpc:*"), SourceGlob.of("x?")));
      case 3 -> LogFilter.minSeverity(Severity.ofNumber(1 + random.nextInt(24)));
      case 4 -> LogFilter.words(random.nextBoolean() ? "ONE two" : "straße");
      case 5 -> new LogFilter.Contains(LogBody.of(bytes()));
      case 6 -> LogFilter.matches("o(n|x)e*|[0-9]+");
      case 7 -> LogFilter.attribute(key(), value());
      case 8 -> LogFilter.and(filter(depth - 1), filter(depth - 1));
      case 9 -> LogFilter.or(filter(depth - 1), filter(depth - 1));
      default -> LogFilter.not(filter(depth - 1));
    };
  }

  LogQuery query() {
    Position position =
        switch (random.nextInt(3)) {
          case 0 -> Position.oldest();
          case 1 -> Position.newest();
          default -> Position.at(EpochNanos.toInstant(time()));
        };
    Direction direction = random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    return new LogQuery(filter(3), position, direction, 1 + random.nextInt(50));
  }
}
