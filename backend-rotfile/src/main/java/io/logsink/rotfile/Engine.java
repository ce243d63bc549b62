package io.logsink.rotfile;

import com.github.luben.zstd.Zstd;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.Version;

/** What a window says of its engine. */
final class Engine {
  private Engine() {}

  static Map<String, String> of(Spans spans, OpenFiles open, String form) {
    Map<String, String> engine = new TreeMap<>();
    engine.put("form", form);
    engine.put("span_count", String.valueOf(spans.count()));
    engine.put("open_files", String.valueOf(open.count()));
    engine.put("zstd_default_level", String.valueOf(Zstd.defaultCompressionLevel()));
    engine.put("lucene_version", Version.LATEST.toString());
    return engine;
  }
}
