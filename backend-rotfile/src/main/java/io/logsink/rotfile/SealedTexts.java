package io.logsink.rotfile;

import io.logsink.api.record.Source;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text files of a sealed window: zstd frames with a seek table. Keeps the frames used last,
 * because one has the lines of several blocks.
 */
final class SealedTexts implements Texts {
  private static final int KEPT_FRAME_COUNT = 16;

  private final WindowFiles files;
  private final OpenFiles open;
  private final Map<Source, SeekTable> tables = new HashMap<>();
  private final Map<Frame, byte[]> frames = new LastUsed();

  SealedTexts(WindowFiles files, OpenFiles open) {
    this.files = files;
    this.open = open;
  }

  private record Frame(Source source, int number) {}

  private static final class LastUsed extends LinkedHashMap<Frame, byte[]> {
    private static final long serialVersionUID = 1L;

    LastUsed() {
      super(KEPT_FRAME_COUNT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.@Nullable Entry<Frame, byte[]> eldest) {
      return size() > KEPT_FRAME_COUNT;
    }
  }

  @Override
  public byte[] read(Source source, long offset, int count)
      throws IOException, DamagedBlockException {
    SeekTable table = table(source);
    byte[] text = new byte[count];
    int length = 0;
    int frame = table.frameAt(offset);
    while (length < count && frame < table.frameCount()) {
      byte[] expanded = frame(source, table, frame);
      int from = (int) (offset + length - table.textOffset(frame));
      int part = Math.min(count - length, expanded.length - from);
      System.arraycopy(expanded, from, text, length, part);
      length += part;
      frame++;
    }
    return length == count ? text : Arrays.copyOf(text, length);
  }

  private SeekTable table(Source source) throws IOException, DamagedBlockException {
    SeekTable known = tables.get(source);
    if (known != null) {
      return known;
    }
    Path file = files.sealedText(source);
    try {
      SeekTable read = SeekTable.read(open, file);
      tables.put(source, read);
      return read;
    } catch (NoSuchFileException e) {
      if (files.isSealed()) {
        throw new DamagedBlockException("the file %s is gone".formatted(file));
      }
      throw new ReplacedException(e);
    }
  }

  private byte[] frame(Source source, SeekTable table, int number)
      throws IOException, DamagedBlockException {
    Frame key = new Frame(source, number);
    byte[] known = frames.get(key);
    if (known != null) {
      return known;
    }
    byte[] expanded = expand(files.sealedText(source), table, number);
    frames.put(key, expanded);
    return expanded;
  }

  private byte[] expand(Path file, SeekTable table, int number)
      throws IOException, DamagedBlockException {
    long textBytes = table.textBytes(number);
    long fileBytes = table.fileBytes(number);
    if (textBytes > SeekableFile.FRAME_BYTES || fileBytes > SeekableFile.MAX_FILE_BYTES) {
      throw new DamagedBlockException("frame %d of %s is longer than any".formatted(number, file));
    }
    ByteBuffer frame =
        open.read(file, ByteBuffer.allocate((int) fileBytes), table.fileOffset(number));
    try {
      return ZstdFrame.expand(frame.array(), frame.limit(), (int) textBytes);
    } catch (DamagedBlockException e) {
      throw new DamagedBlockException("%s: %s".formatted(file, e.getMessage()));
    }
  }
}
