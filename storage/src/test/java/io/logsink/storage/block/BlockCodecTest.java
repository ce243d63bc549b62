package io.logsink.storage.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockCodecTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());
  private static final Source WEB = Source.of("pty:web");
  private static final Source RPC = Source.of("rpc");

  private final BlockCodec codec = new BlockCodec(1);

  @Test
  void givesBackEveryTypeOfAttribute() throws Exception {
    var attributes =
        Attributes.of(
            Map.of(
                "string", AttributeValue.of("größe 𝄞\0\n"),
                "empty", AttributeValue.of(""),
                "yes", AttributeValue.of(true),
                "no", AttributeValue.of(false),
                "least", AttributeValue.of(Long.MIN_VALUE),
                "most", AttributeValue.of(Long.MAX_VALUE),
                "nan", AttributeValue.of(Double.NaN),
                "negative zero", AttributeValue.of(-0.0),
                "infinity", AttributeValue.of(Double.NEGATIVE_INFINITY),
                "bytes", AttributeValue.of(new byte[] {0, -1, 127})));

    assertRoundTrip(List.of(record("a line").withAttributes(attributes)));
  }

  @Test
  void givesBackAThousandAttributes() throws Exception {
    Map<String, AttributeValue> values = new HashMap<>();
    for (int i = 0; i < Attributes.MAX_COUNT; i++) {
      values.put("key " + i, AttributeValue.of(i));
    }

    assertRoundTrip(List.of(record("").withAttributes(Attributes.of(values))));
  }

  @Test
  void givesBackTheEmptyBodyAndTheLongest() throws Exception {
    byte[] longest = new byte[LogBody.MAX_BYTES];
    new Random(1).nextBytes(longest);

    assertRoundTrip(
        List.of(
            LogRecord.of(Instant.EPOCH, WEB, LogBody.EMPTY),
            LogRecord.of(Instant.EPOCH, WEB, LogBody.of(longest))));
  }

  @Test
  void givesBackTimesThatStepBackAndOverflow() throws Exception {
    assertRoundTrip(
        List.of(at(0), at(Long.MIN_VALUE), at(Long.MAX_VALUE), at(-1), at(Long.MIN_VALUE + 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 1_024})
  void givesBackRandomRecords(int count) throws Exception {
    var records = new RandomRecords(SEED + count);

    for (int round = 0; round < 20; round++) {
      assertRoundTrip(records.next(count));
    }
  }

  private void assertRoundTrip(List<LogRecord> records) throws DamagedBlockException {
    byte[] block = codec.encode(41, records);
    List<LogEntry> expected = new ArrayList<>();
    records.forEach(record -> expected.add(new LogEntry(41 + expected.size(), record)));

    assertThat(BlockCodec.decode(ByteBuffer.wrap(block)))
        .as("logsink.seed=%d", SEED)
        .isEqualTo(expected);
    assertThat(BlockCodec.summary(ByteBuffer.wrap(block)))
        .as("logsink.seed=%d", SEED)
        .isEqualTo(summaryOf(records, block.length));
  }

  /** The summary, found in another way. */
  private static BlockSummary summaryOf(List<LogRecord> records, int encodedBytes) {
    var times = records.stream().mapToLong(LogRecord::timestampNanos).summaryStatistics();
    return new BlockSummary(
        41,
        records.size(),
        times.getMin(),
        times.getMax(),
        records.stream().map(LogRecord::severity).max(Severity::compareTo).orElseThrow(),
        records.stream().map(LogRecord::source).distinct().toList(),
        encodedBytes);
  }

  @Test
  void aHigherLevelMakesBlocksSmallerAndReadsTheSame() throws Exception {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      records.add(record("GET /items/" + i * 7919 % 1000 + " took " + i * 104729 % 977 + " ms"));
    }

    byte[] fast = codec.encode(1, records);
    byte[] small = new BlockCodec(19).encode(1, records);

    assertThat(small).hasSizeLessThan(fast.length);
    assertThat(BlockCodec.decode(ByteBuffer.wrap(small)))
        .isEqualTo(BlockCodec.decode(ByteBuffer.wrap(fast)));
  }

  @Test
  void readsFromTheMiddleOfABufferOfAnyKindAndLeavesItAsItWas() throws Exception {
    byte[] block = codec.encode(7, List.of(record("one"), record("two")));
    var buffer = ByteBuffer.allocateDirect(block.length + 20).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(10, block).position(10);

    assertThat(BlockCodec.decode(buffer)).hasSize(2);
    assertThat(BlockCodec.summary(buffer).encodedBytes()).isEqualTo(block.length);
    assertThat(buffer.position()).isEqualTo(10);
    assertThat(buffer.remaining()).isEqualTo(block.length + 10);
  }

  @Test
  void theSummaryNeedsOnlyTheStartOfTheBlock() throws Exception {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    byte[] block = codec.encode(7, List.of(LogRecord.of(Instant.EPOCH, RPC, LogBody.of(noise))));

    BlockSummary summary = BlockCodec.summary(ByteBuffer.wrap(block, 0, 100));

    assertThat(summary.lastSequence()).isEqualTo(7);
    assertThat(summary.encodedBytes()).isEqualTo(block.length);
  }

  @Test
  void everyFlippedBitIsFound() {
    byte[] block = codec.encode(7, List.of(record("one"), record("two").withAttributes(some())));

    for (int bit = 0; bit < block.length * 8; bit++) {
      byte[] damaged = block.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertDamaged(damaged, "bit " + bit);
    }
  }

  @Test
  void everyTruncationIsFound() {
    byte[] block = codec.encode(7, List.of(record("one"), record("two").withAttributes(some())));

    for (int length = 0; length < block.length; length++) {
      assertDamaged(Arrays.copyOf(block, length), "length " + length);
    }
  }

  private static void assertDamaged(byte[] block, String what) {
    assertThatExceptionOfType(DamagedBlockException.class)
        .as(what)
        .isThrownBy(() -> BlockCodec.decode(ByteBuffer.wrap(block)));
  }

  @Test
  void refusesAnotherVersionByItsNumber() {
    byte[] block = codec.encode(7, List.of(record("one")));
    block[3] = 2;

    assertThatExceptionOfType(DamagedBlockException.class)
        .isThrownBy(() -> BlockCodec.summary(ByteBuffer.wrap(block)))
        .withMessageContaining("version 2");
    assertThatExceptionOfType(DamagedBlockException.class)
        .isThrownBy(() -> BlockCodec.decode(ByteBuffer.wrap(block)))
        .withMessageContaining("version 2");
  }

  /** Whatever stands in a file, reading it ends with an answer or the one exception. */
  @Test
  void randomBytesAreDamage() {
    Random random = new Random(SEED);
    for (int round = 0; round < 10_000; round++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      byte[] start = {'L', 'S', 'B', 1};
      System.arraycopy(start, 0, noise, 0, Math.min(start.length, noise.length));
      assertDamaged(noise, "logsink.seed=" + SEED + " round " + round);
    }
  }

  @Test
  void admitsWhatABoundCannotExclude() throws Exception {
    BlockSummary summary = BlockCodec.summary(ByteBuffer.wrap(codec.encode(1, mixed())));

    assertThat(summary.admits(bounds(LogFilter.all()))).isTrue();
    assertThat(summary.admits(bounds(new LogFilter.TimeRange(200, 300)))).isTrue();
    assertThat(summary.admits(bounds(new LogFilter.TimeRange(201, 300)))).isFalse();
    assertThat(summary.admits(bounds(new LogFilter.MinSeverity(Severity.ERROR)))).isTrue();
    assertThat(summary.admits(bounds(new LogFilter.MinSeverity(Severity.ERROR2)))).isFalse();
    assertThat(summary.admits(bounds(LogFilter.sources("pty:*")))).isTrue();
    assertThat(summary.admits(bounds(LogFilter.sources("sysmon")))).isFalse();
  }

  private static List<LogRecord> mixed() {
    return List.of(
        new LogRecord(200, 200, Severity.INFO, WEB, LogBody.of("one"), Attributes.EMPTY),
        new LogRecord(100, 100, Severity.ERROR, RPC, LogBody.of("two"), Attributes.EMPTY));
  }

  private static FilterBounds bounds(LogFilter filter) {
    return filter.bounds();
  }

  @Test
  void refusesToEncodeWhatIsNoRunOfRecords() {
    assertThatIllegalArgumentException().isThrownBy(() -> codec.encode(1, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(0, List.of(record("one"))))
        .withMessageContaining("from sequence 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 23})
  void refusesALevelThatZstdDoesNotHave(int level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BlockCodec(level))
        .withMessageContaining("1 to 22, not " + level);
  }

  private static Attributes some() {
    return Attributes.of("trace_id", AttributeValue.of("4bf92f3577b34da6"));
  }

  private static LogRecord record(String line) {
    return LogRecord.of(Instant.ofEpochSecond(1_790_000_000), WEB, LogBody.of(line));
  }

  private static LogRecord at(long nanos) {
    return new LogRecord(nanos, ~nanos, Severity.INFO, WEB, LogBody.EMPTY, Attributes.EMPTY);
  }
}
