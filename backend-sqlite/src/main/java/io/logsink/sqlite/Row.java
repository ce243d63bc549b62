package io.logsink.sqlite;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table {@code record}. SQLite does not notice a flipped bit inside a row, so each
 * row has a checksum over all its columns.
 *
 * @param sequence the row's id
 * @param timestampNanos the record's timestamp
 * @param observedNanos its observed timestamp
 * @param severity its severity number
 * @param source the id of its source
 * @param body its body
 * @param attributes its attributes as {@link AttributesJson}, or null
 */
record Row(
    long sequence,
    long timestampNanos,
    long observedNanos,
    int severity,
    int source,
    LogBody body,
    @Nullable String attributes) {
  /** The columns, in the order of {@link #bind} and {@link #read}. */
  static final String COLUMNS =
      "sequence, timestamp_nanos, observed_nanos, severity, source, body, attributes, crc32c";

  /** How many columns. */
  static final int COLUMN_COUNT = 8;

  static Row of(long sequence, LogRecord record, int source) {
    return new Row(
        sequence,
        record.timestampNanos(),
        record.observedTimestampNanos(),
        record.severity().number(),
        source,
        record.body(),
        AttributesJson.encode(record.attributes()));
  }

  /** Sets the parameters of {@code insert} from {@code index} on. */
  void bind(PreparedStatement insert, int index) throws SQLException {
    insert.setLong(index, sequence);
    insert.setLong(index + 1, timestampNanos);
    if (observedNanos == timestampNanos) {
      insert.setNull(index + 2, Types.INTEGER);
    } else {
      insert.setLong(index + 2, observedNanos);
    }
    insert.setInt(index + 3, severity);
    insert.setInt(index + 4, source);
    insert.setBytes(index + 5, body.unsafeArray());
    insert.setString(index + 6, attributes);
    insert.setLong(index + 7, crc());
  }

  /**
   * The entry in the current row of {@code rows}, or null when its checksum does not hold or its
   * source is not known.
   */
  static @Nullable LogEntry read(ResultSet rows, Sources sources) throws SQLException {
    long timestamp = rows.getLong(2);
    long observed = rows.getLong(3);
    boolean same = rows.wasNull();
    byte[] body = rows.getBytes(6);
    Row row =
        new Row(
            rows.getLong(1),
            timestamp,
            same ? timestamp : observed,
            rows.getInt(4),
            rows.getInt(5),
            LogBody.unsafeWrap(body != null ? body : new byte[0]),
            rows.getString(7));
    Source named = sources.find(row.source);
    return named != null && row.crc() == rows.getLong(8) ? row.entry(named) : null;
  }

  private LogEntry entry(Source named) {
    LogRecord record =
        new LogRecord(
            timestampNanos,
            observedNanos,
            Severity.ofNumber(severity),
            named,
            body,
            AttributesJson.decode(attributes));
    return new LogEntry(sequence, record);
  }

  private long crc() {
    ByteBuffer fixed = ByteBuffer.allocate(3 * Long.BYTES + 2 * Integer.BYTES);
    fixed.putLong(sequence).putLong(timestampNanos).putLong(observedNanos);
    fixed.putInt(severity).putInt(source).flip();
    CRC32C crc = new CRC32C();
    crc.update(fixed);
    crc.update(body.unsafeArray());
    if (attributes != null) {
      crc.update(attributes.getBytes(StandardCharsets.UTF_8));
    }
    return crc.getValue();
  }
}
