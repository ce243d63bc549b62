package io.logsink.app.entry;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.bench.report.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One object a line. Nothing of an entry is lost: bytes that are not text stand beside it in
 * base64. The field names are documented in {@code docs/cli.md}.
 */
record JsonWriter(OutputStream out) implements EntryWriter {
  @Override
  public void hit(LogEntry entry) throws IOException {
    print(entry, false);
  }

  @Override
  public void context(LogEntry entry) throws IOException {
    print(entry, true);
  }

  /** Every line is an object; the sequences show what is left out. */
  @Override
  public void separator() {}

  private void print(LogEntry entry, boolean context) throws IOException {
    LogRecord record = entry.record();
    JsonObject object =
        new JsonObject()
            .put("sequence", entry.sequence())
            .put("cursor", entry.cursor().toString())
            .put("time", record.timestamp().toString())
            .put("observedTime", record.observedTimestamp().toString())
            .put("severity", record.severity().name())
            .put("severityNumber", record.severity().number())
            .put("source", record.source().name());
    putBody(object, record.body());
    if (!record.attributes().isEmpty()) {
      object.put("attributes", attributes(record.attributes()));
    }
    if (context) {
      object.put("context", true);
    }
    out.write((object + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void putBody(JsonObject object, LogBody body) {
    object.put("body", body.text());
    if (!isText(body)) {
      object.put("bodyBase64", Base64.getEncoder().encodeToString(body.unsafeArray()));
    }
  }

  private static boolean isText(LogBody body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.unsafeArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static JsonObject attributes(Attributes attributes) {
    JsonObject object = new JsonObject();
    attributes.asMap().forEach((key, value) -> put(object, key, value));
    return object;
  }

  /** What JSON has no type for becomes an object that names the type. */
  private static void put(JsonObject object, String key, AttributeValue value) {
    switch (value) {
      case AttributeValue.StringValue(String text) -> object.put(key, text);
      case AttributeValue.BooleanValue(boolean truth) -> object.put(key, truth);
      case AttributeValue.LongValue(long number) -> object.put(key, number);
      case AttributeValue.DoubleValue(double number) when Double.isFinite(number) ->
          object.put(key, number);
      case AttributeValue.DoubleValue(double number) ->
          object.put(key, new JsonObject().put("double", Double.toString(number)));
      case AttributeValue.BytesValue(byte[] bytes) ->
          object.put(
              key, new JsonObject().put("base64", Base64.getEncoder().encodeToString(bytes)));
    }
  }
}
