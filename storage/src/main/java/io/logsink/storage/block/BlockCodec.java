package io.logsink.storage.block;

import com.github.luben.zstd.Zstd;
import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Records as blocks and back. A block is a header, a summary to skip by, and one zstd frame with
 * the records; all of it is checksummed. What goes in comes out equal, or the damage is told.
 *
 * <p>Immutable and safe to use from any thread. Reading a block leaves position and limit of its
 * buffer as they are, and keeps nothing of the buffer.
 */
public final class BlockCodec {
  private static final int MAX_LEVEL = 22;

  private final int zstdLevel;

  /**
   * A codec that compresses at {@code zstdLevel}: 1 is fast, 22 small. Reading does not depend on
   * it.
   *
   * @throws IllegalArgumentException when the level is not 1 to 22
   */
  public BlockCodec(int zstdLevel) {
    if (zstdLevel < 1 || zstdLevel > MAX_LEVEL) {
      throw new IllegalArgumentException(
          "zstd level must be 1 to %d, not %d".formatted(MAX_LEVEL, zstdLevel));
    }
    this.zstdLevel = zstdLevel;
  }

  /**
   * A block of {@code records}, whose sequences count up from {@code firstSequence}.
   *
   * @param firstSequence 1 or more
   * @param records at least one; together under 2 GiB once encoded
   * @throws IllegalArgumentException when it is not so
   */
  public byte[] encode(long firstSequence, List<LogRecord> records) {
    BlockSummary summary = BlockSummary.of(firstSequence, records);
    ByteWriter head = new ByteWriter();
    summary.write(head);
    ByteWriter raw = new ByteWriter();
    writeRecords(raw, summary, records);
    return assemble(head, raw);
  }

  private byte[] assemble(ByteWriter summary, ByteWriter raw) {
    int payloadAt = BlockHeader.BYTES + summary.length();
    long mostBytes = payloadAt + Zstd.compressBound(raw.length());
    byte[] block = new byte[Math.toIntExact(mostBytes)];
    System.arraycopy(summary.array(), 0, block, BlockHeader.BYTES, summary.length());
    int payloadBytes = compress(raw, block, payloadAt);
    int payloadCrc = BlockHeader.crc(ByteBuffer.wrap(block, payloadAt, payloadBytes));
    ByteBuffer whole = ByteBuffer.wrap(block, 0, payloadAt + payloadBytes);
    new BlockHeader(summary.length(), payloadBytes, raw.length(), payloadCrc).write(whole);
    return Arrays.copyOf(block, whole.limit());
  }

  private int compress(ByteWriter raw, byte[] target, int at) {
    long count =
        Zstd.compressByteArray(
            target, at, target.length - at, raw.array(), 0, raw.length(), zstdLevel);
    if (Zstd.isError(count)) {
      throw new IllegalStateException("zstd cannot compress: " + Zstd.getErrorName(count));
    }
    return (int) count;
  }

  /**
   * What the block at {@code block}'s position holds. Reads header and summary only: the records
   * need not be in the buffer.
   *
   * @throws DamagedBlockException when these are damaged, or of a version that is not known
   */
  public static BlockSummary summary(ByteBuffer block) throws DamagedBlockException {
    return summary(block, BlockHeader.read(block));
  }

  private static BlockSummary summary(ByteBuffer block, BlockHeader header)
      throws DamagedBlockException {
    return ByteReader.parse(
        "summary fields",
        header.summary(block),
        in -> BlockSummary.read(in, header.encodedBytes()));
  }

  /**
   * The entries of the block at {@code block}'s position, in order. Bytes that follow the block do
   * not matter.
   *
   * @throws DamagedBlockException when any part of the block is damaged, or of a version that is
   *     not known
   */
  public static List<LogEntry> decode(ByteBuffer block) throws DamagedBlockException {
    BlockHeader header = BlockHeader.read(block);
    header.requirePayload(block);
    BlockSummary summary = summary(block, header);
    ByteBuffer records = ByteBuffer.wrap(expand(header, header.payload(block)));
    return ByteReader.parse("records", records, in -> readRecords(in, summary));
  }

  private static byte[] expand(BlockHeader header, ByteBuffer payload)
      throws DamagedBlockException {
    byte[] compressed = new byte[payload.remaining()];
    payload.get(compressed);
    byte[] records = new byte[header.recordsBytes()];
    long count =
        Zstd.decompressByteArray(records, 0, records.length, compressed, 0, compressed.length);
    if (Zstd.isError(count)) {
      throw new DamagedBlockException("zstd cannot expand it: " + Zstd.getErrorName(count));
    }
    if (count != records.length) {
      throw new DamagedBlockException(
          "it expands to %d bytes, not %d".formatted(count, records.length));
    }
    return records;
  }

  private static void writeRecords(ByteWriter out, BlockSummary summary, List<LogRecord> records) {
    Map<Source, Integer> indexBySource = new HashMap<>();
    for (Source source : summary.sources()) {
      indexBySource.put(source, indexBySource.size());
    }
    long previousNanos = summary.firstNanos();
    for (LogRecord record : records) {
      out.putSigned(record.timestampNanos() - previousNanos);
      out.putSigned(record.observedTimestampNanos() - record.timestampNanos());
      out.putUnsigned(Objects.requireNonNull(indexBySource.get(record.source())));
      out.putByte(record.severity().number());
      out.putBytes(record.body().unsafeArray());
      AttributesCodec.write(out, record.attributes());
      previousNanos = record.timestampNanos();
    }
  }

  private static List<LogEntry> readRecords(ByteReader in, BlockSummary summary) {
    List<LogEntry> entries = new ArrayList<>();
    long previousNanos = summary.firstNanos();
    for (int i = 0; i < summary.recordCount(); i++) {
      LogRecord record = readRecord(in, summary.sources(), previousNanos);
      entries.add(new LogEntry(summary.firstSequence() + i, record));
      previousNanos = record.timestampNanos();
    }
    return entries;
  }

  private static LogRecord readRecord(ByteReader in, List<Source> sources, long previousNanos) {
    long nanos = previousNanos + in.getSigned();
    long observedNanos = nanos + in.getSigned();
    Source source = sourceAt(sources, in.getUnsigned());
    Severity severity = Severity.ofNumber(in.getByte());
    LogBody body = LogBody.unsafeWrap(in.getBytes());
    return new LogRecord(nanos, observedNanos, severity, source, body, AttributesCodec.read(in));
  }

  private static Source sourceAt(List<Source> sources, long index) {
    if (index < 0 || index >= sources.size()) {
      throw new IllegalArgumentException("source %d of %d".formatted(index, sources.size()));
    }
    return sources.get((int) index);
  }
}
