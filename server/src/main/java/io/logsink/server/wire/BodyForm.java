package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.logsink.api.record.LogBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are mostly text: as {@code name} when they are UTF-8, else as {@code name_base64}. So
 * they come out as they went in, and can be read where there is something to read.
 */
final class BodyForm {
  private static final String BASE64 = "_base64";

  private BodyForm() {}

  static void write(JsonGenerator out, String name, LogBody body) throws IOException {
    String text = text(body);
    if (text != null) {
      out.writeStringField(name, text);
    } else {
      out.writeBinaryField(name + BASE64, body.unsafeArray());
    }
  }

  /** The text, or null when it would not be the same bytes again. */
  private static @Nullable String text(LogBody body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body.unsafeArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  static boolean isGiven(Field parent, String name) {
    return parent.member(name).isGiven() || parent.member(name + BASE64).isGiven();
  }

  static LogBody read(Field parent, String name) {
    Field text = parent.member(name);
    Field base64 = parent.member(name + BASE64);
    if (text.isGiven() == base64.isGiven()) {
      throw text.mustBe("given, or %s, and not both".formatted(name + BASE64));
    }
    return text.isGiven() ? ofText(text) : base64.made(BodyForm::ofBase64, "base64");
  }

  /** A lone half of a surrogate pair has no bytes. */
  private static LogBody ofText(Field field) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(field.text()));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return LogBody.unsafeWrap(copy);
    } catch (CharacterCodingException e) {
      throw field.mustBe("text that UTF-8 can carry; send other bytes as base64");
    }
  }

  private static LogBody ofBase64(String text) {
    return LogBody.unsafeWrap(Base64.getDecoder().decode(text));
  }
}
