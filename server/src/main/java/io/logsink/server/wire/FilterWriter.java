package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.SourceGlob;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes a filter as {@link FilterReader} reads it. */
final class FilterWriter {
  private FilterWriter() {}

  static void write(JsonGenerator out, LogFilter filter) throws IOException {
    out.writeStartObject();
    switch (filter) {
      case LogFilter.All() -> {}
      case LogFilter.TimeRange(long first, long last) -> writeTime(out, first, last);
      case LogFilter.Sources(List<SourceGlob> globs) ->
          writeTexts(out, "sources", globs.stream().map(SourceGlob::pattern).toList());
      case LogFilter.MinSeverity(var severity) ->
          out.writeStringField("min_severity", severity.name());
      case LogFilter.Words(List<String> words) -> writeTexts(out, "words", words);
      case LogFilter.Contains(var bytes) -> BodyForm.write(out, "contains", bytes);
      case LogFilter.Matches(String pattern) -> out.writeStringField("matches", pattern);
      case LogFilter.AttributeEquals(String key, AttributeValue value) -> {
        out.writeFieldName("attributes");
        AttributeForm.writeAll(out, Map.of(key, value));
      }
      case LogFilter.And(List<LogFilter> parts) -> writeParts(out, "and", parts);
      case LogFilter.Or(List<LogFilter> parts) -> writeParts(out, "or", parts);
      case LogFilter.Not(LogFilter part) -> {
        out.writeFieldName("not");
        write(out, part);
      }
    }
    out.writeEndObject();
  }

  private static void writeTime(JsonGenerator out, long first, long last) throws IOException {
    if (first != Long.MIN_VALUE) {
      out.writeStringField("from", TimeForm.of(first));
    }
    if (last != Long.MAX_VALUE) {
      out.writeStringField("to", TimeForm.of(last + 1));
    }
  }

  private static void writeTexts(JsonGenerator out, String name, List<String> texts)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private static void writeParts(JsonGenerator out, String name, List<LogFilter> parts)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (LogFilter part : parts) {
      write(out, part);
    }
    out.writeEndArray();
  }
}
