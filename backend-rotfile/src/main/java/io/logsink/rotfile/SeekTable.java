package io.logsink.rotfile;

import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The end of a compressed text file, where its frames are listed: the <a
 * href="https://github.com/facebook/zstd/blob/dev/contrib/seekable_format/zstd_seekable_compression_format.md">seekable
 * format</a> of zstd. To {@code zstd -d} it is a frame to be skipped.
 *
 * <pre>
 *   0  0x184D2A5E, little-endian as all numbers here
 *   4  bytes that follow
 *   8  for each frame: its bytes (4), the bytes it expands to (4)
 *      number of frames (4), 0 (1), 0x8F92EAB1 (4)
 * </pre>
 */
final class SeekTable {
  private static final int SKIPPABLE_MAGIC = 0x184D2A5E;
  private static final int SEEKABLE_MAGIC = 0x8F92EAB1;
  private static final int HEAD_BYTES = 8;
  private static final int ENTRY_BYTES = 8;
  private static final int FOOT_BYTES = 9;

  /** Where each frame starts in the file, and behind the last where it ends. */
  private final long[] fileOffsets;

  /** The same in the uncompressed text. */
  private final long[] textOffsets;

  private SeekTable(long[] fileOffsets, long[] textOffsets) {
    this.fileOffsets = fileOffsets;
    this.textOffsets = textOffsets;
  }

  /** The table of {@code path}, whose frames must fill the file exactly up to it. */
  static SeekTable read(OpenFiles open, Path path) throws IOException, DamagedBlockException {
    long size = open.size(path);
    if (size < HEAD_BYTES + FOOT_BYTES) {
      throw damaged(path);
    }
    ByteBuffer foot = bytes(open, path, size - FOOT_BYTES, FOOT_BYTES);
    long tableBytes = HEAD_BYTES + (foot.getInt(0) & 0xffffffffL) * ENTRY_BYTES + FOOT_BYTES;
    if (foot.remaining() < FOOT_BYTES
        || foot.getInt(5) != SEEKABLE_MAGIC
        || foot.get(4) != 0
        || tableBytes > Math.min(size, Integer.MAX_VALUE)) {
      throw damaged(path);
    }
    SeekTable table = parse(bytes(open, path, size - tableBytes, (int) tableBytes), path);
    if (table.fileOffsets[table.frameCount()] != size - tableBytes) {
      throw damaged(path);
    }
    return table;
  }

  private static DamagedBlockException damaged(Path path) {
    return new DamagedBlockException("the seek table at the end of %s is damaged".formatted(path));
  }

  private static ByteBuffer bytes(OpenFiles open, Path path, long at, int count)
      throws IOException {
    return open.read(path, ByteBuffer.allocate(count), at).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static SeekTable parse(ByteBuffer table, Path path) throws DamagedBlockException {
    if (table.getInt(0) != SKIPPABLE_MAGIC || table.getInt(4) != table.limit() - HEAD_BYTES) {
      throw damaged(path);
    }
    int count = (table.limit() - HEAD_BYTES - FOOT_BYTES) / ENTRY_BYTES;
    long[] fileOffsets = new long[count + 1];
    long[] textOffsets = new long[count + 1];
    table.position(HEAD_BYTES);
    for (int i = 0; i < count; i++) {
      fileOffsets[i + 1] = fileOffsets[i] + (table.getInt() & 0xffffffffL);
      textOffsets[i + 1] = textOffsets[i] + (table.getInt() & 0xffffffffL);
    }
    return new SeekTable(fileOffsets, textOffsets);
  }

  /** The table's bytes for frames of these lengths. */
  static byte[] write(int count, int[] frameBytes, int[] textBytes) {
    int bytes = HEAD_BYTES + count * ENTRY_BYTES + FOOT_BYTES;
    ByteBuffer table = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(SKIPPABLE_MAGIC).putInt(bytes - HEAD_BYTES);
    for (int i = 0; i < count; i++) {
      table.putInt(frameBytes[i]).putInt(textBytes[i]);
    }
    return table.putInt(count).put((byte) 0).putInt(SEEKABLE_MAGIC).array();
  }

  int frameCount() {
    return fileOffsets.length - 1;
  }

  /** The frame with the text's byte at {@code offset}; the count of frames when there is none. */
  int frameAt(long offset) {
    int found = Arrays.binarySearch(textOffsets, offset);
    return found >= 0 ? found : -found - 2;
  }

  long fileOffset(int frame) {
    return fileOffsets[frame];
  }

  long fileBytes(int frame) {
    return fileOffsets[frame + 1] - fileOffsets[frame];
  }

  long textOffset(int frame) {
    return textOffsets[frame];
  }

  long textBytes(int frame) {
    return textOffsets[frame + 1] - textOffsets[frame];
  }
}
