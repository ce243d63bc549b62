package io.logsink.ring;

import io.logsink.api.query.Gap;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a snapshot begins with.
 *
 * <pre>
 *   0  'L' 'S' 'R', version
 *   4  F: bytes of the fields
 *   8  CRC32C of the 8 bytes above and the fields
 *  12  fields: next sequence, when it was taken, number of lost stretches, and for each
 *      first sequence, last sequence, bytes of the reason, reason
 * </pre>
 *
 * @param nextSequence the snapshot has nothing from this sequence on
 * @param takenMillis when it was taken, by the wall clock
 * @param lost what had been lost by then
 */
record SnapshotHead(long nextSequence, long takenMillis, LostStretches lost) {
  static final int PREFIX_BYTES = 12;
  private static final int VERSION = 1;
  private static final int START = ('L' << 16 | 'S' << 8 | 'R') << 8 | VERSION;
  private static final int FIXED_FIELDS_BYTES = 20;
  private static final int FIXED_STRETCH_BYTES = 18;

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(PREFIX_BYTES + fieldsBytes());
    out.putInt(START).putInt(fieldsBytes()).putInt(0);
    out.putLong(nextSequence).putLong(takenMillis).putInt(lost.stretches().size());
    for (Gap stretch : lost.stretches()) {
      byte[] reason = reason(stretch);
      out.putLong(stretch.firstSequence()).putLong(stretch.lastSequence());
      out.putShort((short) reason.length).put(reason);
    }
    return out.putInt(8, crc(out.array())).array();
  }

  private int fieldsBytes() {
    return FIXED_FIELDS_BYTES
        + lost.stretches().stream()
            .mapToInt(stretch -> FIXED_STRETCH_BYTES + reason(stretch).length)
            .sum();
  }

  private static byte[] reason(Gap stretch) {
    return stretch.detail().getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of the fields that follow {@code prefix}. */
  static int fieldsBytes(byte[] prefix) throws DamagedBlockException {
    ByteBuffer in = ByteBuffer.wrap(prefix);
    int start = in.getInt();
    if (start != START) {
      throw new DamagedBlockException(
          "it does not start as a snapshot of version %d does".formatted(VERSION));
    }
    return in.getInt();
  }

  /** What {@link #encode} wrote. */
  static SnapshotHead decode(byte[] head) throws DamagedBlockException {
    ByteBuffer in = ByteBuffer.wrap(head);
    if (crc(head) != in.getInt(8)) {
      throw new DamagedBlockException("the checksum of its head does not hold");
    }
    try {
      return decode(in.position(PREFIX_BYTES));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new DamagedBlockException("its head makes no sense: " + e);
    }
  }

  private static SnapshotHead decode(ByteBuffer in) {
    long nextSequence = in.getLong();
    long takenMillis = in.getLong();
    List<Gap> stretches = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      long first = in.getLong();
      long last = in.getLong();
      byte[] reason = new byte[Short.toUnsignedInt(in.getShort())];
      in.get(reason);
      stretches.add(LostStretches.lost(first, last, new String(reason, StandardCharsets.UTF_8)));
    }
    return new SnapshotHead(nextSequence, takenMillis, new LostStretches(stretches));
  }

  private static int crc(byte[] head) {
    CRC32C crc = new CRC32C();
    crc.update(head, 0, 8);
    crc.update(head, PREFIX_BYTES, head.length - PREFIX_BYTES);
    return (int) crc.getValue();
  }
}
