package io.logsink.bench.database;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.BlockSummary;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A batch as blocks.
 *
 * @param blocks by their first sequences
 * @param summaries of the blocks, in order
 */
record EncodedBatch(SortedMap<Long, byte[]> blocks, List<BlockSummary> summaries) {
  static EncodedBatch of(BlockCodec codec, long firstSequence, LogBatch batch) {
    SortedMap<Long, byte[]> blocks = new TreeMap<>();
    List<BlockSummary> summaries = new ArrayList<>();
    List<LogRecord> records = batch.records();
    for (int start = 0; start < records.size(); start += BlocksBackend.BLOCK_COUNT) {
      int end = Math.min(records.size(), start + BlocksBackend.BLOCK_COUNT);
      byte[] block = codec.encode(firstSequence + start, records.subList(start, end));
      blocks.put(firstSequence + start, block);
      summaries.add(summary(block));
    }
    return new EncodedBatch(blocks, summaries);
  }

  private static BlockSummary summary(byte[] block) {
    try {
      return BlockCodec.summary(ByteBuffer.wrap(block));
    } catch (DamagedBlockException e) {
      throw new IllegalStateException("a block that was just made is damaged", e);
    }
  }
}
