package io.logsink.rotfile;

import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Runs of one source that follow each other in its file, read together when one is asked for. */
final class TextRange {
  private static final long MAX_BYTES = 4L * DraftBlock.FULL_BYTES;

  private final Texts texts;
  private final TextRun first;
  private long end;
  private byte @Nullable [] bytes;

  /** A range of one run. */
  TextRange(Texts texts, TextRun first) {
    this.texts = texts;
    this.first = first;
    this.end = first.end();
  }

  /** Whether {@code run} follows; then it is part of this. */
  boolean takes(TextRun run) {
    boolean follows = run.offset() == end && run.end() - first.offset() <= MAX_BYTES;
    end = follows ? run.end() : end;
    return follows;
  }

  /** Where {@code run} starts in {@link #bytes()}. */
  int indexOf(TextRun run) {
    return (int) (run.offset() - first.offset());
  }

  /**
   * The bytes, once read; as many as are there.
   *
   * @throws DamagedBlockException when they cannot be read
   */
  byte[] bytes() throws IOException, DamagedBlockException {
    if (bytes == null) {
      bytes = texts.read(first.source(), first.offset(), Math.toIntExact(end - first.offset()));
    }
    return bytes;
  }

  /** Checks that {@code run} is there, as it was written. */
  void require(TextRun run) throws IOException, DamagedBlockException {
    CRC32C crc = new CRC32C();
    update(crc, run);
    if ((int) crc.getValue() != run.crc()) {
      throw new DamagedBlockException(
          "the checksum of %d bytes of %s at %d does not hold"
              .formatted(run.bytes(), run.source(), run.offset()));
    }
  }

  private void update(CRC32C crc, TextRun run) throws IOException, DamagedBlockException {
    byte[] there = bytes();
    int from = indexOf(run);
    if (there.length < from + run.bytes()) {
      throw new DamagedBlockException("the text of %s is cut off".formatted(run.source()));
    }
    crc.update(there, from, run.bytes());
  }

  /** Adds the bytes of {@code run} to {@code crc}; returns whether they could be read. */
  boolean addTo(CRC32C crc, TextRun run) throws IOException {
    try {
      update(crc, run);
      return true;
    } catch (DamagedBlockException e) {
      return false;
    }
  }
}
