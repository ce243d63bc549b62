package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code logs.histogram} takes and gives. */
public final class HistogramForm {
  private static final List<String> MEMBERS = List.of("sink", "filter", "bucket_ms", "bucket_nanos");

  private HistogramForm() {}

  /** Requires that {@code params} are what {@link #bucket} and a filter are read from. */
  public static void requireMembers(Field params) {
    params.requireMembers(MEMBERS);
  }

  /** The length of a bucket. */
  public static Duration bucket(Field params) {
    Field millis = params.member("bucket_ms");
    Field nanos = params.member("bucket_nanos");
    if (millis.isGiven() == nanos.isGiven()) {
      throw millis.mustBe("given, or bucket_nanos, and not both");
    }
    return millis.isGiven()
        ? Duration.ofMillis(millis.wholeNumber(1, Long.MAX_VALUE))
        : Duration.ofNanos(nanos.wholeNumber(1, Long.MAX_VALUE));
  }

  /**
   * Writes the parameters of a question.
   *
   * @param sink the only sink to count in, or null for all
   */
  public static void writeQuestion(
      JsonGenerator out, @Nullable String sink, LogFilter filter, Duration bucket)
      throws IOException {
    out.writeStartObject();
    SinkForm.write(out, sink);
    out.writeFieldName("filter");
    FilterWriter.write(out, filter);
    if (bucket.equals(Duration.ofMillis(bucket.toMillis()))) {
      out.writeNumberField("bucket_ms", bucket.toMillis());
    } else {
      out.writeNumberField("bucket_nanos", bucket.toNanos());
    }
    out.writeEndObject();
  }

  /** Writes the answer. */
  public static void write(JsonGenerator out, LogHistogram histogram) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("buckets");
    for (LogHistogram.Bucket bucket : histogram.buckets()) {
      out.writeStartObject();
      out.writeStringField("start", TimeForm.of(bucket.start()));
      out.writeNumberField("count", bucket.count());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("gaps");
    for (Gap gap : histogram.gaps()) {
      out.writeStartObject();
      PageForm.writeGap(out, gap);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** The answer that was written, to a question with that {@code bucket}. */
  public static LogHistogram read(JsonNode histogram, Duration bucket) {
    List<LogHistogram.Bucket> buckets = new ArrayList<>();
    for (JsonNode node : histogram.path("buckets")) {
      buckets.add(
          new LogHistogram.Bucket(
              TimeForm.instant(node.path("start").asText()), node.path("count").longValue()));
    }
    List<Gap> gaps = new ArrayList<>();
    histogram.path("gaps").forEach(gap -> gaps.add(PageForm.readGap(gap)));
    return new LogHistogram(bucket, buckets, gaps);
  }
}
