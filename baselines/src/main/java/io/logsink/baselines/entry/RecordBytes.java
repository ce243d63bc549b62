package io.logsink.baselines.entry;

import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.storage.block.AttributesCodec;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A record as bytes, for stores that take nothing else: both times, severity, source and attributes
 * with their lengths before them, and the rest is the body. Stateless.
 */
public final class RecordBytes {
  private static final byte[] NONE = {};
  private static final int FIXED_BYTES = 2 * Long.BYTES + Byte.BYTES + 2 * Integer.BYTES;

  private RecordBytes() {}

  /** The record as bytes. */
  public static byte[] encode(LogRecord record) {
    byte[] source = record.source().name().getBytes(StandardCharsets.UTF_8);
    byte[] attributes = attributes(record.attributes());
    byte[] body = record.body().unsafeArray();
    return ByteBuffer.allocate(FIXED_BYTES + source.length + attributes.length + body.length)
        .putLong(record.timestampNanos())
        .putLong(record.observedTimestampNanos())
        .put((byte) record.severity().number())
        .putInt(source.length)
        .put(source)
        .putInt(attributes.length)
        .put(attributes)
        .put(body)
        .array();
  }

  /** Attributes alone, as bytes; none are no bytes. */
  public static byte[] attributes(Attributes attributes) {
    return attributes.isEmpty() ? NONE : AttributesCodec.encode(attributes);
  }

  /** The attributes that {@link #attributes(Attributes)} made bytes of. */
  public static Attributes attributes(byte[] bytes) throws DamagedBlockException {
    return bytes.length == 0 ? Attributes.EMPTY : AttributesCodec.decode(bytes);
  }

  /** The record that {@link #encode} made bytes of. */
  public static LogRecord decode(byte[] bytes) throws DamagedBlockException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long nanos = in.getLong();
    long observedNanos = in.getLong();
    Severity severity = Severity.ofNumber(in.get());
    Source source = Source.of(new String(take(in, in.getInt()), StandardCharsets.UTF_8));
    Attributes attributes = attributes(take(in, in.getInt()));
    LogBody body = LogBody.unsafeWrap(take(in, in.remaining()));
    return new LogRecord(nanos, observedNanos, severity, source, body, attributes);
  }

  private static byte[] take(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }
}
