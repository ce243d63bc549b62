package io.logsink.rotfile;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.Window;
import io.logsink.storage.block.ByteReader;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block with its lines.
 *
 * @param block its place and head
 * @param bytes all its bytes in the ledger, or as many as are there
 * @param ranges for each of the head's texts the range that has it, or null where it is not wanted
 */
record BlockContent(LedgerBlock block, ByteBuffer bytes, List<@Nullable TextRange> ranges) {
  /** What there is for {@code scan}. */
  Slots read(Window.Scan scan) throws IOException {
    Slots slots = new Slots(block.head().recordCount());
    try {
      fill(slots, scan);
    } catch (DamagedBlockException e) {
      slots.allDamaged(e.getMessage());
    }
    return slots;
  }

  private void fill(Slots slots, Window.Scan scan) throws IOException, DamagedBlockException {
    byte[] @Nullable [] lines = lines(slots);
    ByteBuffer records = ByteBuffer.wrap(block.records(bytes));
    ByteReader.parse(
        "records",
        records,
        in -> {
          decode(in, lines, slots, scan);
          return slots;
        });
  }

  /** For each text its bytes, checked; null where they are not wanted or damaged. */
  private byte[] @Nullable [] lines(Slots slots) throws IOException {
    List<TextRun> texts = block.head().texts();
    byte[] @Nullable [] lines = new byte[texts.size()] @Nullable [];
    for (int i = 0; i < lines.length; i++) {
      TextRange range = ranges.get(i);
      if (range != null) {
        try {
          range.require(texts.get(i));
          lines[i] = range.bytes();
        } catch (DamagedBlockException e) {
          slots.note(e.getMessage());
        }
      }
    }
    return lines;
  }

  private void decode(ByteReader in, byte[] @Nullable [] lines, Slots slots, Window.Scan scan) {
    List<TextRun> texts = block.head().texts();
    int[] at = new int[lines.length];
    for (int i = 0; i < at.length; i++) {
      TextRange range = ranges.get(i);
      at[i] = range == null ? 0 : range.indexOf(texts.get(i));
    }
    long previousNanos = 0;
    for (int i = 0; i < block.head().recordCount(); i++) {
      RecordCodec.Fields fields = RecordCodec.read(in, previousNanos);
      previousNanos = fields.nanos();
      int text = fields.text();
      byte[] from = lines[text];
      if (from != null && isWanted(i, fields, scan)) {
        slots.entries[i] = entry(i, fields, from, at[text]);
      } else if (from == null && ranges.get(text) != null) {
        slots.damaged[i] = true;
      }
      at[text] += LinePrefix.lineBytes(fields.bodyBytes());
    }
  }

  private boolean isWanted(int index, RecordCodec.Fields fields, Window.Scan scan) {
    long sequence = block.head().firstSequence() + index;
    return scan.firstSequence() <= sequence
        && sequence <= scan.lastSequence()
        && scan.bounds().admitsTimes(fields.nanos(), fields.nanos())
        && scan.bounds().admitsSeverity(fields.severity());
  }

  private LogEntry entry(int index, RecordCodec.Fields fields, byte[] lines, int at) {
    int from = at + LinePrefix.BYTES;
    LogBody body = LogBody.unsafeWrap(Arrays.copyOfRange(lines, from, from + fields.bodyBytes()));
    LogRecord record =
        new LogRecord(
            fields.nanos(),
            fields.observedNanos(),
            fields.severity(),
            block.head().texts().get(fields.text()).source(),
            body,
            fields.attributes());
    return new LogEntry(block.head().firstSequence() + index, record);
  }

  /** What was found for each record of a block: an entry, damage, or nothing that is wanted. */
  static final class Slots {
    final @Nullable LogEntry[] entries;
    final boolean[] damaged;
    private String detail = "";

    Slots(int count) {
      this.entries = new @Nullable LogEntry[count];
      this.damaged = new boolean[count];
    }

    void note(@Nullable String damage) {
      detail = String.valueOf(damage);
    }

    void allDamaged(@Nullable String damage) {
      Arrays.fill(entries, null);
      Arrays.fill(damaged, true);
      note(damage);
    }

    String detail() {
      return detail;
    }
  }
}
