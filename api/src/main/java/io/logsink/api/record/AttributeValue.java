package io.logsink.api.record;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A typed scalar, as in OpenTelemetry. A nested value arrives as a string of JSON. Values of two
 * types are never equal.
 */
public sealed interface AttributeValue {
  /** The value as text, for display: bytes in hexadecimal, everything else as Java prints it. */
  String text();

  /** The value {@code value}; refuses unpaired surrogates, which UTF-8 cannot carry. */
  static AttributeValue of(String value) {
    return new StringValue(value);
  }

  /** The value {@code value}. */
  static AttributeValue of(boolean value) {
    return new BooleanValue(value);
  }

  /** The value {@code value}. */
  static AttributeValue of(long value) {
    return new LongValue(value);
  }

  /** The value {@code value}; all NaNs are one value. */
  static AttributeValue of(double value) {
    return new DoubleValue(value);
  }

  /** A copy of {@code value}. */
  static AttributeValue of(byte[] value) {
    return new BytesValue(value);
  }

  /** Text. */
  record StringValue(String value) implements AttributeValue {
    /** Checks that UTF-8 can carry the value. */
    public StringValue {
      EncodableText.require("attribute value", value);
    }

    @Override
    public String text() {
      return value;
    }
  }

  /** True or false. */
  record BooleanValue(boolean value) implements AttributeValue {
    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  /** A whole number of 64 bits. */
  record LongValue(long value) implements AttributeValue {
    @Override
    public String text() {
      return Long.toString(value);
    }
  }

  /** A floating-point number of 64 bits; equal by {@link Double#compare}. */
  record DoubleValue(double value) implements AttributeValue {
    @Override
    public String text() {
      return Double.toString(value);
    }
  }

  /** Bytes; equal by content. */
  @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
  record BytesValue(byte[] value) implements AttributeValue {
    /** Copies the bytes. */
    public BytesValue {
      value = value.clone();
    }

    /** A copy of the bytes. */
    @Override
    public byte[] value() {
      return value.clone();
    }

    @Override
    public String text() {
      return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BytesValue that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "BytesValue[" + text() + "]";
    }
  }
}
