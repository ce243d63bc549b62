package io.logsink.bench;

import io.logsink.api.AppendReceipt;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which record a store gave which sequence. For one thread. */
final class Appended {
  private final List<LogRecord> records = new ArrayList<>();
  private final long[] firstSequences;
  private final int[] starts;
  private int batchCount;

  /** For up to {@code maxBatchCount} batches. */
  Appended(int maxBatchCount) {
    firstSequences = new long[maxBatchCount];
    starts = new int[maxBatchCount];
  }

  void add(LogBatch batch, AppendReceipt receipt) throws DifferenceException {
    long previous = batchCount == 0 ? 0 : firstSequences[batchCount - 1] + size(batchCount - 1) - 1;
    if (receipt.recordCount() != batch.size() || receipt.firstSequence() <= previous) {
      throw new DifferenceException(
          "the receipt for %d records has the sequences %d to %d, after %d"
              .formatted(batch.size(), receipt.firstSequence(), receipt.lastSequence(), previous));
    }
    firstSequences[batchCount] = receipt.firstSequence();
    starts[batchCount] = records.size();
    batchCount++;
    records.addAll(batch.records());
  }

  /** All records, in order. */
  List<LogRecord> records() {
    return records;
  }

  int recordCount() {
    return records.size();
  }

  /** The index of the record with that sequence, or -1 when no record has it. */
  int indexOf(long sequence) {
    int batch = batchOf(sequence);
    if (batch < 0) {
      return -1;
    }
    long offset = sequence - firstSequences[batch];
    return offset < size(batch) ? starts[batch] + (int) offset : -1;
  }

  /** The index of the first record with that sequence or a later one; the count when none has. */
  int indexFrom(long sequence) {
    int batch = batchOf(sequence);
    if (batch < 0) {
      return 0;
    }
    long offset = sequence - firstSequences[batch];
    return starts[batch] + (int) Math.min(offset, size(batch));
  }

  /** The last batch that starts at {@code sequence} or before, or -1. */
  private int batchOf(long sequence) {
    int found = Arrays.binarySearch(firstSequences, 0, batchCount, sequence);
    return found >= 0 ? found : -found - 2;
  }

  private int size(int batch) {
    int end = batch + 1 < batchCount ? starts[batch + 1] : records.size();
    return end - starts[batch];
  }
}
