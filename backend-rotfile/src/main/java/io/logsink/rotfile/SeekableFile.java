package io.logsink.rotfile;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Makes a compressed text file: independent zstd frames with checksums, and their table. */
final class SeekableFile {
  /** The text in a frame, except the last. */
  static final int FRAME_BYTES = 128 << 10;

  /** The most bytes of a frame in the file. */
  static final int MAX_FILE_BYTES = (int) Zstd.compressBound(FRAME_BYTES) + 4;

  private final FileChannel target;
  private final ZstdCompressCtx context;
  private final byte[] frame = new byte[MAX_FILE_BYTES];
  private int[] frameBytes = new int[16];
  private int[] textBytes = new int[16];
  private int count;

  private SeekableFile(FileChannel target, ZstdCompressCtx context) {
    this.target = target;
    this.context = context;
  }

  /** Writes all of {@code text}, compressed and flushed, to {@code target}, which is not there. */
  static void write(Path text, Path target, int zstdLevel) throws IOException {
    try (InputStream in = Files.newInputStream(text);
        FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setLevel(zstdLevel).setChecksum(true);
      new SeekableFile(channel, context).writeAll(in);
      channel.force(true);
    }
  }

  private void writeAll(InputStream in) throws IOException {
    byte[] text = in.readNBytes(FRAME_BYTES);
    while (text.length > 0) {
      writeFrame(text);
      text = in.readNBytes(FRAME_BYTES);
    }
    write(ByteBuffer.wrap(SeekTable.write(count, frameBytes, textBytes)));
  }

  private void writeFrame(byte[] text) throws IOException {
    int bytes = context.compressByteArray(frame, 0, frame.length, text, 0, text.length);
    write(ByteBuffer.wrap(frame, 0, bytes));
    if (count == frameBytes.length) {
      frameBytes = Arrays.copyOf(frameBytes, 2 * count);
      textBytes = Arrays.copyOf(textBytes, 2 * count);
    }
    frameBytes[count] = bytes;
    textBytes[count++] = text.length;
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }
}
