package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedEntry;
import io.logsink.pipeline.route.MergedPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A page of entries. */
public final class PageForm {
  private PageForm() {}

  /** Writes {@code page} as an object. */
  public static void write(JsonGenerator out, MergedPage page) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("entries");
    for (MergedEntry entry : page.entries()) {
      writeEntry(out, entry);
    }
    out.writeEndArray();
    out.writeStringField("cursor", page.cursor().toString());
    out.writeBooleanField("more", page.more());
    out.writeArrayFieldStart("gaps");
    for (Map.Entry<String, List<Gap>> gaps : new TreeMap<>(page.gaps()).entrySet()) {
      for (Gap gap : gaps.getValue()) {
        out.writeStartObject();
        out.writeStringField("sink", gaps.getKey());
        writeGap(out, gap);
        out.writeEndObject();
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeEntry(JsonGenerator out, MergedEntry entry) throws IOException {
    out.writeStartObject();
    out.writeStringField("sink", entry.sink());
    out.writeNumberField("sequence", entry.entry().sequence());
    RecordForm.writeEntry(out, entry.entry().record());
    out.writeEndObject();
  }

  static void writeGap(JsonGenerator out, Gap gap) throws IOException {
    out.writeNumberField("first_sequence", gap.firstSequence());
    out.writeNumberField("last_sequence", gap.lastSequence());
    out.writeStringField("cause", gap.cause().name().toLowerCase(Locale.ROOT));
    out.writeStringField("detail", gap.detail());
  }

  /** The page that was written. */
  public static MergedPage read(JsonNode page) {
    Map<String, List<Gap>> gaps = new TreeMap<>();
    for (JsonNode gap : page.path("gaps")) {
      gaps.computeIfAbsent(gap.path("sink").asText(), _ -> new ArrayList<>()).add(readGap(gap));
    }
    return new MergedPage(
        new Field("entries", page.path("entries"))
            .elements().stream().map(PageForm::readEntry).toList(),
        MergedCursor.parse(page.path("cursor").asText()),
        page.path("more").booleanValue(),
        gaps);
  }

  private static MergedEntry readEntry(Field entry) {
    return new MergedEntry(
        entry.member("sink").text(),
        new LogEntry(
            entry.member("sequence").wholeNumber(1, Long.MAX_VALUE), RecordForm.readEntry(entry)));
  }

  static Gap readGap(JsonNode gap) {
    return new Gap(
        gap.path("first_sequence").longValue(),
        gap.path("last_sequence").longValue(),
        Gap.Cause.valueOf(gap.path("cause").asText().toUpperCase(Locale.ROOT)),
        gap.path("detail").asText());
  }
}
