package io.logsink.rotfile;

import io.logsink.api.record.Severity;
import io.logsink.storage.block.ByteReader;
import io.logsink.storage.block.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger says of a block before its records: enough to skip it by, and to notice when a
 * block before it is missing.
 *
 * @param endsAppend whether its append ends with it; an append without its last block is not stored
 * @param firstSequence the first record's sequence; the others count up from it without a hole
 * @param recordCount how many records; none in a mark, which says that all before it was flushed
 * @param windowFirst the first sequence of the window
 * @param previousSequence the last sequence of the block before it, or one less than the first
 * @param firstNanos the earliest timestamp
 * @param lastNanos the latest
 * @param highestSeverity the highest severity
 * @param expandedBytes what the records expand to, or 0 when they are not compressed
 * @param texts where its lines stand, one for each source, in the order the records refer to
 */
record BlockHead(
    boolean endsAppend,
    long firstSequence,
    int recordCount,
    long windowFirst,
    long previousSequence,
    long firstNanos,
    long lastNanos,
    Severity highestSeverity,
    int expandedBytes,
    List<TextRun> texts) {
  BlockHead {
    texts = List.copyOf(texts);
  }

  /** A mark before the record with the sequence {@code next}. */
  static BlockHead mark(long next, long windowFirst) {
    return new BlockHead(
        true,
        next,
        0,
        windowFirst,
        next - 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Severity.TRACE,
        0,
        List.of());
  }

  boolean isMark() {
    return recordCount == 0;
  }

  boolean isCompressed() {
    return expandedBytes > 0;
  }

  long lastSequence() {
    return firstSequence + recordCount - 1;
  }

  /** The bytes of all its lines. */
  long textBytes() {
    return texts.stream().mapToLong(TextRun::bytes).sum();
  }

  void write(ByteWriter out) {
    out.putByte(endsAppend ? 1 : 0);
    out.putLong(firstSequence);
    out.putUnsigned(recordCount);
    out.putUnsigned(firstSequence - windowFirst);
    out.putUnsigned(firstSequence - 1 - previousSequence);
    out.putLong(firstNanos);
    out.putUnsigned(lastNanos - firstNanos);
    out.putByte(highestSeverity.number());
    out.putUnsigned(expandedBytes);
    out.putUnsigned(texts.size());
    texts.forEach(text -> text.write(out));
  }

  static BlockHead read(ByteReader in) {
    boolean endsAppend = in.getByte() != 0;
    long first = in.getLong();
    int recordCount = intOf(in.getUnsigned());
    long windowFirst = first - in.getUnsigned();
    long previous = first - 1 - in.getUnsigned();
    long firstNanos = in.getLong();
    long lastNanos = firstNanos + in.getUnsigned();
    Severity highest = Severity.ofNumber(in.getByte());
    int expandedBytes = intOf(in.getUnsigned());
    return new BlockHead(
        endsAppend,
        first,
        recordCount,
        windowFirst,
        previous,
        firstNanos,
        lastNanos,
        highest,
        expandedBytes,
        readTexts(in));
  }

  private static List<TextRun> readTexts(ByteReader in) {
    int count = in.getCount();
    List<TextRun> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(TextRun.read(in));
    }
    return texts;
  }

  static int intOf(long number) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a count of " + number);
    }
    return (int) number;
  }
}
