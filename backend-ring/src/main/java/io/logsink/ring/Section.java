package io.logsink.ring;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Some records of a snapshot. A block has no holes in its sequences and the ring has, so a section
 * is a block in which the sequence is the place in the section, from 1, after a table of runs that
 * gives each place its real sequence.
 *
 * <pre>
 *   0  R: runs; 0 says that the snapshot ends here
 *   4  B: bytes of the block
 *   8  first sequence
 *  16  last sequence
 *  24  CRC32C of the runs and the block
 *  28  CRC32C of the 28 bytes above
 *  32  R times: first sequence (8), number of records (4), when they were appended (8)
 *      block
 * </pre>
 *
 * @param runCount runs of sequences without a hole that were appended in the same millisecond
 * @param blockBytes the block's length
 * @param firstSequence the first record's sequence
 * @param lastSequence the last one's
 * @param contentCrc over everything behind the head
 */
record Section(
    int runCount, int blockBytes, long firstSequence, long lastSequence, int contentCrc) {
  static final int HEAD_BYTES = 32;
  private static final int CHECKED_BYTES = HEAD_BYTES - Integer.BYTES;
  private static final int RUN_BYTES = 20;
  private static final BlockCodec CODEC = new BlockCodec(1);

  /** A run; its records follow those of the run before it in the block. */
  private record Run(long firstSequence, int recordCount, long appendedMillis) {
    boolean goesOnWith(StoredRecord next) {
      return next.sequence() == firstSequence + recordCount
          && next.appendedMillis() == appendedMillis;
    }

    Run longer() {
      return new Run(firstSequence, recordCount + 1, appendedMillis);
    }
  }

  /** The mark at the end of a snapshot. */
  static byte[] end() {
    return new Section(0, 0, 0, 0, crc(new byte[0], 0)).head();
  }

  /** A section of {@code records}, at least one. */
  static byte[] encode(List<StoredRecord> records) {
    List<Run> runs = runs(records);
    byte[] block =
        CODEC.encode(1, records.stream().map(stored -> stored.entry().record()).toList());
    ByteBuffer content = ByteBuffer.allocate(runs.size() * RUN_BYTES + block.length);
    for (Run run : runs) {
      content.putLong(run.firstSequence).putInt(run.recordCount).putLong(run.appendedMillis);
    }
    content.put(block);
    Section section =
        new Section(
            runs.size(),
            block.length,
            records.getFirst().sequence(),
            records.getLast().sequence(),
            crc(content.array(), content.capacity()));
    return ByteBuffer.allocate(HEAD_BYTES + content.capacity())
        .put(section.head())
        .put(content.array())
        .array();
  }

  private static List<Run> runs(List<StoredRecord> records) {
    List<Run> runs = new ArrayList<>();
    for (StoredRecord stored : records) {
      if (!runs.isEmpty() && runs.getLast().goesOnWith(stored)) {
        runs.add(runs.removeLast().longer());
      } else {
        runs.add(new Run(stored.sequence(), 1, stored.appendedMillis()));
      }
    }
    return runs;
  }

  private byte[] head() {
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES);
    out.putInt(runCount).putInt(blockBytes).putLong(firstSequence).putLong(lastSequence);
    out.putInt(contentCrc).putInt(crc(out.array(), CHECKED_BYTES));
    return out.array();
  }

  /** Reads and checks the head of a section. */
  static Section decodeHead(byte[] head) throws DamagedBlockException {
    ByteBuffer in = ByteBuffer.wrap(head);
    if (in.getInt(CHECKED_BYTES) != crc(head, CHECKED_BYTES)) {
      throw new DamagedBlockException("the checksum of a section's head does not hold");
    }
    return new Section(in.getInt(), in.getInt(), in.getLong(), in.getLong(), in.getInt());
  }

  boolean isEnd() {
    return runCount == 0;
  }

  boolean overlaps(long first, long last) {
    return firstSequence <= last && first <= lastSequence;
  }

  /** The bytes that follow the head. */
  long contentBytes() {
    return (long) runCount * RUN_BYTES + blockBytes;
  }

  /** Reads and checks the records. */
  List<StoredRecord> decode(byte[] content) throws DamagedBlockException {
    if (crc(content, content.length) != contentCrc) {
      throw new DamagedBlockException("the checksum of a section does not hold");
    }
    ByteBuffer in = ByteBuffer.wrap(content);
    List<Run> runs = new ArrayList<>(runCount);
    for (int i = 0; i < runCount; i++) {
      runs.add(new Run(in.getLong(), in.getInt(), in.getLong()));
    }
    return join(runs, BlockCodec.decode(in));
  }

  private static List<StoredRecord> join(List<Run> runs, List<LogEntry> entries)
      throws DamagedBlockException {
    if (runs.stream().mapToLong(Run::recordCount).sum() != entries.size()) {
      throw new DamagedBlockException("a section's runs do not fit its block");
    }
    List<StoredRecord> records = new ArrayList<>(entries.size());
    for (Run run : runs) {
      for (int i = 0; i < run.recordCount; i++) {
        LogRecord record = entries.get(records.size()).record();
        records.add(
            new StoredRecord(new LogEntry(run.firstSequence + i, record), run.appendedMillis));
      }
    }
    return records;
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
