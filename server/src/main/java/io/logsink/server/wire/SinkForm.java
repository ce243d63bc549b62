package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.logsink.api.LogSinkException;
import io.logsink.pipeline.route.MergedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which sink is asked, among the parameters; all of them when none is named. */
public final class SinkForm {
  private static final String MEMBER = "sink";

  private SinkForm() {}

  /** The part of {@code reader} that {@code params} ask for. */
  public static MergedReader reader(Field params, MergedReader reader) throws LogSinkException {
    Field sink = params.member(MEMBER);
    if (!sink.isGiven()) {
      return reader;
    }
    if (!reader.sinks().contains(sink.text())) {
      throw sink.mustBe("one of " + String.join(", ", reader.sinks()));
    }
    return reader.only(sink.text());
  }

  static void write(JsonGenerator out, @Nullable String sink) throws IOException {
    if (sink != null) {
      out.writeStringField(MEMBER, sink);
    }
  }
}
