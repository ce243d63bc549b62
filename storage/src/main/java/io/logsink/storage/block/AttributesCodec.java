package io.logsink.storage.block;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.AttributeValue.BooleanValue;
import io.logsink.api.record.AttributeValue.BytesValue;
import io.logsink.api.record.AttributeValue.DoubleValue;
import io.logsink.api.record.AttributeValue.LongValue;
import io.logsink.api.record.AttributeValue.StringValue;
import io.logsink.api.record.Attributes;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Attributes as bytes: the same form as inside a block, see {@code docs/formats/block.md}.
 * Stateless, so safe from any thread.
 */
public final class AttributesCodec {
  private static final int STRING = 1;
  private static final int FALSE = 2;
  private static final int TRUE = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 5;
  private static final int BYTES = 6;

  private AttributesCodec() {}

  /** The attributes as bytes; at least one byte, also when there are none. */
  public static byte[] encode(Attributes attributes) {
    ByteWriter out = new ByteWriter();
    write(out, attributes);
    return out.toByteArray();
  }

  /**
   * What {@link #encode} made bytes of. There is no checksum in them: the caller has one around
   * them.
   *
   * @throws DamagedBlockException when {@code bytes} are something else
   */
  public static Attributes decode(byte[] bytes) throws DamagedBlockException {
    return ByteReader.parse("attributes", ByteBuffer.wrap(bytes), AttributesCodec::read);
  }

  /** Appends the attributes to {@code out}. */
  public static void write(ByteWriter out, Attributes attributes) {
    out.putUnsigned(attributes.size());
    attributes
        .asMap()
        .forEach((key, value) -> {
          out.putText(key);
          write(out, value);
        });
  }

  private static void write(ByteWriter out, AttributeValue value) {
    switch (value) {
      case StringValue(String text) -> {
        out.putByte(STRING);
        out.putText(text);
      }
      case BooleanValue(boolean yes) -> out.putByte(yes ? TRUE : FALSE);
      case LongValue(long number) -> {
        out.putByte(LONG);
        out.putSigned(number);
      }
      case DoubleValue(double number) -> {
        out.putByte(DOUBLE);
        out.putLong(Double.doubleToRawLongBits(number));
      }
      case BytesValue(byte[] bytes) -> {
        out.putByte(BYTES);
        out.putBytes(bytes);
      }
    }
  }

  /** Takes attributes from {@code in}. */
  public static Attributes read(ByteReader in) {
    int count = in.getCount();
    if (count == 0) {
      return Attributes.EMPTY;
    }
    Map<String, AttributeValue> values = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      values.put(in.getText(), readValue(in));
    }
    return Attributes.of(values);
  }

  private static AttributeValue readValue(ByteReader in) {
    int type = in.getByte();
    return switch (type) {
      case STRING -> AttributeValue.of(in.getText());
      case FALSE -> AttributeValue.of(false);
      case TRUE -> AttributeValue.of(true);
      case LONG -> AttributeValue.of(in.getSigned());
      case DOUBLE -> AttributeValue.of(Double.longBitsToDouble(in.getLong()));
      case BYTES -> AttributeValue.of(in.getBytes());
      default -> throw new IllegalArgumentException("an attribute of type " + type);
    };
  }
}
