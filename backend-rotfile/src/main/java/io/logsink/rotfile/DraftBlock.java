package io.logsink.rotfile;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.storage.block.ByteWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A block in the making. */
final class DraftBlock {
  /** The most records of a block. */
  static final int MAX_COUNT = 1_024;

  /** A block ends with the record that brings its lines, or their ledger, to this many bytes. */
  static final int FULL_BYTES = 1 << 20;

  private final long firstSequence;
  private final Map<Source, Integer> textBySource = new LinkedHashMap<>();
  private final ByteWriter records = new ByteWriter();
  private int count;
  private long textBytes;
  private long previousNanos;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private Severity highest = Severity.TRACE;

  DraftBlock(long firstSequence) {
    this.firstSequence = firstSequence;
  }

  void add(LogRecord record) {
    Integer known = textBySource.get(record.source());
    int text = known != null ? known : textBySource.size();
    if (known == null) {
      textBySource.put(record.source(), text);
    }
    RecordCodec.write(records, record, text, previousNanos);
    previousNanos = record.timestampNanos();
    firstNanos = Math.min(firstNanos, previousNanos);
    lastNanos = Math.max(lastNanos, previousNanos);
    highest = record.severity().atLeast(highest) ? record.severity() : highest;
    textBytes += LinePrefix.lineBytes(record.body().length());
    count++;
  }

  boolean isFull() {
    return count >= MAX_COUNT || textBytes >= FULL_BYTES || records.length() >= FULL_BYTES;
  }

  boolean isEmpty() {
    return count == 0;
  }

  long nextSequence() {
    return firstSequence + count;
  }

  /** The sources in the order in which the head has to have their texts. */
  Set<Source> sources() {
    return textBySource.keySet();
  }

  ByteWriter records() {
    return records;
  }

  /**
   * The finished head.
   *
   * @param windowFirst the window's first sequence, or 0 when the window starts with this block
   * @param previousSequence the last one of the block before it
   * @param expandedBytes what {@link #records()} take, when they are going to be compressed; else 0
   * @param texts one for each of {@link #sources()}
   */
  BlockHead head(
      boolean endsAppend,
      long windowFirst,
      long previousSequence,
      int expandedBytes,
      List<TextRun> texts) {
    boolean isFirst = windowFirst == 0;
    return new BlockHead(
        endsAppend,
        firstSequence,
        count,
        isFirst ? firstSequence : windowFirst,
        isFirst ? firstSequence - 1 : previousSequence,
        firstNanos,
        lastNanos,
        highest,
        expandedBytes,
        texts);
  }
}
