package io.logsink.bench.lines;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the source of a line of the JVM's unified logging in its first tag: {@code
 * [0.012s][debug][gc,heap]} is of {@code jvm:gc}. A line without tags goes on with the one before.
 * For one thread.
 */
final class JvmTags implements Function<LogBody, Source> {
  private static final int DECORATION_BYTES = 80;
  private static final Pattern DECORATION =
      Pattern.compile("\\[[0-9.]+s\\]\\[[a-z]+ *\\]\\[([a-z0-9]+)[ ,\\]].*", Pattern.DOTALL);

  private final Map<String, Source> sources = new HashMap<>();
  private Source latest = Source.of("jvm:start");

  @Override
  public Source apply(LogBody line) {
    Matcher decoration = DECORATION.matcher(start(line));
    if (decoration.matches()) {
      latest = sources.computeIfAbsent(decoration.group(1), tag -> SourceNames.of("jvm", tag));
    }
    return latest;
  }

  private static String start(LogBody line) {
    int length = Math.min(line.length(), DECORATION_BYTES);
    return new String(line.unsafeArray(), 0, length, StandardCharsets.ISO_8859_1);
  }
}
