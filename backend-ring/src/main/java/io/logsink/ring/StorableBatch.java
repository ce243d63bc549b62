package io.logsink.ring;

import io.logsink.api.RecordRejectedException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.storage.Faults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A batch of which every record fits into the ring, with its attributes encoded already. */
final class StorableBatch {
  private final LogBatch batch;
  private final List<byte[]> attributes;
  private final long mostPageCount;

  private StorableBatch(LogBatch batch, List<byte[]> attributes, long mostPageCount) {
    this.batch = batch;
    this.attributes = attributes;
    this.mostPageCount = mostPageCount;
  }

  /**
   * The batch for a ring.
   *
   * @param maxBodyBytes the longest body
   * @param maxRecordBytes the most bytes of a record in memory, attributes included
   */
  static StorableBatch of(LogBatch batch, int maxBodyBytes, long maxRecordBytes, Faults faults)
      throws RecordRejectedException {
    List<byte[]> attributes = new ArrayList<>(batch.size());
    Set<Source> sources = new HashSet<>();
    long bytes = 0;
    for (LogRecord record : batch) {
      int index = attributes.size();
      requireShort(record, index, maxBodyBytes, faults);
      byte[] encoded = StoredRecord.encode(record.attributes());
      long recordBytes = StoredRecord.encodedBytes(record, encoded);
      if (recordBytes > maxRecordBytes) {
        throw faults.rejected(
            "append",
            "record %d takes %d bytes with its attributes, more than the %d that the ring holds; shorten it, or raise retention.max-bytes"
                .formatted(index, recordBytes, maxRecordBytes),
            index);
      }
      attributes.add(encoded);
      sources.add(record.source());
      bytes += recordBytes + OrderIndex.ENTRY_BYTES;
    }
    return new StorableBatch(batch, attributes, pageCount(bytes) + sources.size() + 1);
  }

  private static void requireShort(LogRecord record, int index, int maxBodyBytes, Faults faults)
      throws RecordRejectedException {
    int length = record.body().length();
    if (length > maxBodyBytes) {
      throw faults.rejected(
          "append",
          "record %d has a body of %d bytes, the most is %d; split it"
              .formatted(index, length, maxBodyBytes),
          index);
    }
  }

  /** The pages that {@code bytes} more bytes of one queue take at most. */
  static long pageCount(long bytes) {
    return (bytes + Pages.PAGE_BYTES - 1) / Pages.PAGE_BYTES;
  }

  int size() {
    return batch.size();
  }

  LogRecord record(int index) {
    return batch.records().get(index);
  }

  byte[] attributes(int index) {
    return attributes.get(index);
  }

  /** The pages that the batch takes at most, in the queues and the order index. */
  long mostPageCount() {
    return mostPageCount;
  }
}
