package io.logsink.ring;

import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.LogFilter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes one snapshot: what a ring held at one moment and still holds. For one thread, once. */
final class SnapshotWriter {
  private static final FilterBounds ALL = LogFilter.all().bounds();
  private static final int SECTION_RECORD_COUNT = 4096;
  private static final long SECTION_BODY_BYTES = 256 << 10;

  private final Ring ring;
  private final Ring.View view;
  private final List<StoredRecord> records = new ArrayList<>();
  private long bodyBytes;

  /** One of what {@code view} shows. */
  SnapshotWriter(Ring ring, Ring.View view) {
    this.ring = ring;
    this.view = view;
  }

  /** Writes {@code file}, durably, and returns its length. */
  long write(Path file, long nowMillis) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      put(channel, new SnapshotHead(view.nextSequence(), nowMillis, view.lost()).encode());
      writeSections(channel);
      put(channel, Section.end());
      channel.force(true);
      return channel.position();
    }
  }

  private void writeSections(FileChannel channel) throws IOException {
    long next = view.oldestSequence();
    boolean more = true;
    while (more) {
      Slice slice = ring.slice(next, view.newestSequence(), Direction.FORWARD, ALL);
      for (Slice.Part part : slice.parts()) {
        if (part instanceof Slice.Found(StoredRecord stored)) {
          write(channel, stored);
        }
      }
      next = slice.next();
      more = !slice.isLast();
    }
    writeSection(channel);
  }

  private void write(FileChannel channel, StoredRecord stored) throws IOException {
    records.add(stored);
    bodyBytes += stored.entry().record().body().length();
    if (records.size() >= SECTION_RECORD_COUNT || bodyBytes >= SECTION_BODY_BYTES) {
      writeSection(channel);
    }
  }

  private void writeSection(FileChannel channel) throws IOException {
    if (!records.isEmpty()) {
      put(channel, Section.encode(records));
      records.clear();
      bodyBytes = 0;
    }
  }

  private static void put(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
