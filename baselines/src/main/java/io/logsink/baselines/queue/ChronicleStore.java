package io.logsink.baselines.queue;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.EntryStore;
import io.logsink.baselines.entry.Extent;
import io.logsink.baselines.entry.RecordBytes;
import io.logsink.baselines.entry.Walk;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Records in a Chronicle Queue. Indexes go on without a hole only inside a cycle, and a batch must
 * not have one, so the queue keeps to the cycle of the day when it was opened.
 */
final class ChronicleStore implements EntryStore {
  private final SingleChronicleQueue queue;
  private final ExcerptAppender appender;
  private Extent extent;

  ChronicleStore(ChronicleSettings settings) {
    long openMillis = System.currentTimeMillis();
    queue =
        SingleChronicleQueueBuilder.binary(settings.directory())
            .blockSize(settings.blockBytes())
            .timeProvider(() -> openMillis)
            .build();
    appender = queue.createAppender();
    appender.singleThreadedCheckDisabled(true);
    extent = stored();
  }

  private Extent stored() {
    long count = queue.entryCount();
    return count == 0 ? Extent.upTo(0) : new Extent(count, queue.firstIndex(), queue.lastIndex());
  }

  @Override
  public long append(LogBatch batch) throws IOException {
    try {
      for (LogRecord entry : batch) {
        try (DocumentContext document = appender.writingDocument()) {
          bytes(document).write(RecordBytes.encode(entry));
        }
      }
      extent = grown(batch.size());
      return extent.newest();
    } catch (InternalError e) {
      // So the JVM says that a page of the mapping has no place on the disk.
      throw new IOException("no space left for what is mapped", e);
    }
  }

  /** Counted here, because the queue would look through its files for each answer. */
  private Extent grown(int count) {
    long newest = appender.lastIndexAppended();
    long oldest = extent.count() == 0 ? newest - count + 1 : extent.oldest();
    return new Extent(extent.count() + count, oldest, newest);
  }

  private static Bytes<?> bytes(DocumentContext document) {
    return Objects.requireNonNull(document.wire(), "an excerpt is there").bytes();
  }

  /** Nothing to do: what is appended is in the mapping. */
  @Override
  public void sync() {}

  @Override
  public Extent extent() {
    return extent;
  }

  @Override
  public void walk(Walk walk, Predicate<LogEntry> taker) throws DamagedBlockException {
    try (ExcerptTailer tailer = queue.createTailer()) {
      start(tailer, walk);
      boolean wanted = true;
      while (wanted) {
        try (DocumentContext document = tailer.readingDocument()) {
          wanted = document.isPresent() && take(document, walk, taker);
        }
      }
    }
  }

  /** At the entry next to which the walk starts, for which there is one when it is not the end. */
  private void start(ExcerptTailer tailer, Walk walk) {
    tailer.direction(walk.forward() ? TailerDirection.FORWARD : TailerDirection.BACKWARD);
    if (walk.from() >= queue.firstIndex() && walk.from() <= walk.newest()) {
      tailer.moveToIndex(walk.from());
    } else if (walk.forward()) {
      tailer.toStart();
    } else {
      tailer.toEnd();
    }
  }

  /** Passes over what lies outside of the walk: its start, and what has come since it began. */
  private static boolean take(DocumentContext document, Walk walk, Predicate<LogEntry> taker)
      throws DamagedBlockException {
    long index = document.index();
    if (index < walk.first() || index > walk.last()) {
      return walk.forward() ? index < walk.first() : index > walk.last();
    }
    return taker.test(new LogEntry(index, RecordBytes.decode(bytes(document).toByteArray())));
  }

  @Override
  public Map<String, String> engine() {
    return Map.of(
        "roll_cycle", String.valueOf(queue.rollCycle()),
        "block_bytes", String.valueOf(queue.blockSize()),
        "cycle", String.valueOf(queue.cycle()));
  }

  @Override
  public void close() {
    appender.close();
    queue.close();
  }
}
