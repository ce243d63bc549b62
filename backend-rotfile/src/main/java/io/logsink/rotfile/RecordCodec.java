package io.logsink.rotfile;

import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.storage.block.AttributesCodec;
import io.logsink.storage.block.ByteReader;
import io.logsink.storage.block.ByteWriter;

/** What the ledger has of a record: everything but the body, which stands in the text file. */
final class RecordCodec {
  private RecordCodec() {}

  /**
   * A record without its body.
   *
   * @param text the index of its source among the block's texts
   * @param bodyBytes how long the body is
   */
  record Fields(
      int text,
      int bodyBytes,
      long nanos,
      long observedNanos,
      Severity severity,
      Attributes attributes) {}

  static void write(ByteWriter out, LogRecord record, int text, long previousNanos) {
    out.putUnsigned(text);
    out.putUnsigned(record.body().length());
    out.putSigned(record.timestampNanos() - previousNanos);
    out.putSigned(record.observedTimestampNanos() - record.timestampNanos());
    out.putByte(record.severity().number());
    AttributesCodec.write(out, record.attributes());
  }

  static Fields read(ByteReader in, long previousNanos) {
    int text = BlockHead.intOf(in.getUnsigned());
    int bodyBytes = BlockHead.intOf(in.getUnsigned());
    long nanos = previousNanos + in.getSigned();
    long observedNanos = nanos + in.getSigned();
    Severity severity = Severity.ofNumber(in.getByte());
    return new Fields(text, bodyBytes, nanos, observedNanos, severity, AttributesCodec.read(in));
  }
}
