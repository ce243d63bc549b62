package io.logsink.rotfile;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.logsink.storage.block.DamagedBlockException;
import java.util.Arrays;

/** One zstd frame. */
final class ZstdFrame {
  private ZstdFrame() {}

  /** {@code bytes} as a frame. */
  static byte[] compress(byte[] bytes, int level) {
    byte[] frame = new byte[Math.toIntExact(Zstd.compressBound(bytes.length))];
    long count = Zstd.compressByteArray(frame, 0, frame.length, bytes, 0, bytes.length, level);
    return Arrays.copyOf(frame, Math.toIntExact(count));
  }

  /**
   * What the first {@code frameBytes} of {@code frame} expand to.
   *
   * @throws DamagedBlockException when it is not as many bytes as {@code expandedBytes}
   */
  static byte[] expand(byte[] frame, int frameBytes, int expandedBytes)
      throws DamagedBlockException {
    byte[] expanded = new byte[expandedBytes];
    try {
      long count = Zstd.decompressByteArray(expanded, 0, expandedBytes, frame, 0, frameBytes);
      if (count == expandedBytes) {
        return expanded;
      }
      throw new DamagedBlockException(
          "a zstd frame expands to %d bytes, not %d".formatted(count, expandedBytes));
    } catch (ZstdException e) {
      throw new DamagedBlockException("zstd cannot expand a frame: " + e.getMessage());
    }
  }
}
