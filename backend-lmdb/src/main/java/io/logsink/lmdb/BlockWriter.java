package io.logsink.lmdb;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.block.BlockCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts records into blocks of a bounded number of records and of bytes. Thread-safe. */
final class BlockWriter {
  /**
   * A block ends with the record that reaches this many bytes, so that reading one line does not
   * expand many megabytes.
   */
  private static final long MAX_BYTES = 1 << 20;

  /** A block and the sequence of its first record. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
  record Block(long firstSequence, byte[] bytes) {}

  private final int maxRecordCount;
  private final BlockCodec codec;

  BlockWriter(int maxRecordCount, int zstdLevel) {
    this.maxRecordCount = maxRecordCount;
    this.codec = new BlockCodec(zstdLevel);
  }

  List<Block> write(long firstSequence, List<LogRecord> records) {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    while (from < records.size()) {
      int until = end(records, from);
      long sequence = firstSequence + from;
      blocks.add(new Block(sequence, codec.encode(sequence, records.subList(from, until))));
      from = until;
    }
    return blocks;
  }

  private int end(List<LogRecord> records, int from) {
    int most = Math.min(records.size(), from + maxRecordCount);
    int until = from;
    for (long bytes = 0; until < most && bytes < MAX_BYTES; until++) {
      bytes += sizeBytes(records.get(until));
    }
    return until;
  }

  private static long sizeBytes(LogRecord record) {
    long bytes = record.body().length();
    for (Map.Entry<String, AttributeValue> attribute : record.attributes().asMap().entrySet()) {
      bytes += attribute.getKey().length() + attribute.getValue().text().length();
    }
    return bytes;
  }
}
