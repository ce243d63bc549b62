package com.example.journal;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as bytes and back, one after the other: timestamp, observed timestamp (8 each), severity
 * (1), source, body (each 4 for its length, then its bytes), number of attributes (4), and for each
 * its key, a letter for its type, and its value.
 */
final class RecordCodec {
  private RecordCodec() {}

  static byte[] encode(LogBatch batch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (LogRecord record : batch) {
      out.writeLong(record.timestampNanos());
      out.writeLong(record.observedTimestampNanos());
      out.writeByte(record.severity().number());
      writeText(out, record.source().name());
      writeBytes(out, record.body().unsafeArray());
      writeAttributes(out, record.attributes());
    }
    return bytes.toByteArray();
  }

  static List<LogRecord> decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<LogRecord> records = new ArrayList<>();
    Map<String, Source> sources = new HashMap<>();
    while (in.available() > 0) {
      records.add(
          new LogRecord(
              in.readLong(),
              in.readLong(),
              Severity.ofNumber(in.readByte()),
              sources.computeIfAbsent(readText(in), Source::of),
              LogBody.unsafeWrap(readBytes(in)),
              readAttributes(in)));
    }
    return records;
  }

  private static void writeAttributes(DataOutputStream out, Attributes attributes)
      throws IOException {
    out.writeInt(attributes.size());
    for (Map.Entry<String, AttributeValue> attribute : attributes.asMap().entrySet()) {
      writeText(out, attribute.getKey());
      writeValue(out, attribute.getValue());
    }
  }

  private static Attributes readAttributes(DataInputStream in) throws IOException {
    Map<String, AttributeValue> values = new HashMap<>();
    for (int count = in.readInt(); count > 0; count--) {
      values.put(readText(in), readValue(in));
    }
    return Attributes.of(values);
  }

  private static void writeValue(DataOutputStream out, AttributeValue value) throws IOException {
    switch (value) {
      case AttributeValue.StringValue(String text) -> {
        out.writeByte('s');
        writeText(out, text);
      }
      case AttributeValue.BooleanValue(boolean flag) -> out.writeByte(flag ? 't' : 'f');
      case AttributeValue.LongValue(long number) -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case AttributeValue.DoubleValue(double number) -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case AttributeValue.BytesValue(byte[] bytes) -> {
        out.writeByte('b');
        writeBytes(out, bytes);
      }
    }
  }

  private static AttributeValue readValue(DataInputStream in) throws IOException {
    int type = in.readByte();
    return switch (type) {
      case 's' -> AttributeValue.of(readText(in));
      case 't' -> AttributeValue.of(true);
      case 'f' -> AttributeValue.of(false);
      case 'l' -> AttributeValue.of(in.readLong());
      case 'd' -> AttributeValue.of(in.readDouble());
      case 'b' -> AttributeValue.of(readBytes(in));
      default -> throw new IOException("an attribute of type " + type);
    };
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
