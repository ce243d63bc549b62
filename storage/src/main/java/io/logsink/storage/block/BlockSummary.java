package io.logsink.storage.block;

import io.logsink.api.query.FilterBounds;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a block holds, told without decompressing it. Immutable.
 *
 * @param firstSequence the first record's sequence; the others count up from it without a hole
 * @param recordCount how many records, at least one
 * @param firstNanos the earliest timestamp, which need not be the first record's
 * @param lastNanos the latest timestamp
 * @param highestSeverity the highest severity of any record
 * @param sources every source of a record, each once, in order of first appearance
 * @param encodedBytes the bytes of the whole block: where the next one starts when blocks follow
 *     each other
 */
public record BlockSummary(
    long firstSequence,
    int recordCount,
    long firstNanos,
    long lastNanos,
    Severity highestSeverity,
    List<Source> sources,
    int encodedBytes) {

  /** Copies the list. */
  public BlockSummary {
    if (firstSequence < 1 || recordCount < 1) {
      throw new IllegalArgumentException(
          "no run of records: %d from sequence %d".formatted(recordCount, firstSequence));
    }
    sources = List.copyOf(sources);
  }

  /** Of records that are not encoded yet. */
  static BlockSummary of(long firstSequence, List<LogRecord> records) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    Severity highest = Severity.TRACE;
    Set<Source> sources = new LinkedHashSet<>();
    for (LogRecord record : records) {
      first = Math.min(first, record.timestampNanos());
      last = Math.max(last, record.timestampNanos());
      highest = record.severity().atLeast(highest) ? record.severity() : highest;
      sources.add(record.source());
    }
    return new BlockSummary(
        firstSequence, records.size(), first, last, highest, List.copyOf(sources), 0);
  }

  /** The last record's sequence. */
  public long lastSequence() {
    return firstSequence + recordCount - 1;
  }

  /** Whether a record of the block could fulfil {@code bounds}; when not, none needs decoding. */
  public boolean admits(FilterBounds bounds) {
    return bounds.admitsTimes(firstNanos, lastNanos)
        && bounds.admitsSeverity(highestSeverity)
        && sources.stream().anyMatch(bounds::admits);
  }

  void write(ByteWriter out) {
    out.putLong(firstSequence);
    out.putInt(recordCount);
    out.putLong(firstNanos);
    out.putLong(lastNanos);
    out.putByte(highestSeverity.number());
    out.putUnsigned(sources.size());
    sources.forEach(source -> out.putText(source.name()));
  }

  static BlockSummary read(ByteReader in, int encodedBytes) {
    return new BlockSummary(
        in.getLong(),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        Severity.ofNumber(in.getByte()),
        readSources(in),
        encodedBytes);
  }

  private static List<Source> readSources(ByteReader in) {
    int count = in.getCount();
    List<Source> sources = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sources.add(Source.of(in.getText()));
    }
    return sources;
  }
}
