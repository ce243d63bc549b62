package io.logsink.pipeline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Prometheus' text format back, more strictly than Prometheus does: every family has its
 * HELP, then its TYPE, then all its samples, and no other lines; no sample is there twice; names
 * are those that Prometheus' own checker asks for.
 */
final class Exposition {
  /** Metrics of one name. */
  record Family(String type, List<Sample> samples) {}

  /** One number. */
  record Sample(String name, Map<String, String> labels, double value) {}

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)\\} (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

  private final Map<String, Family> families = new LinkedHashMap<>();
  private String helped = "";
  private String current = "";

  private Exposition() {}

  static Map<String, Family> parse(String text) {
    if (!text.endsWith("\n")) {
      throw new AssertionError("the last line has no end");
    }
    Exposition exposition = new Exposition();
    text.lines().forEach(exposition::line);
    return exposition.families;
  }

  private void line(String line) {
    if (line.startsWith("# HELP ")) {
      help(line.split(" ", 4));
    } else if (line.startsWith("# TYPE ")) {
      type(line.split(" ", -1));
    } else {
      sample(line);
    }
  }

  private void help(String[] words) {
    helped = words[2];
    require(NAME.matcher(helped).matches() && !families.containsKey(helped), helped);
    require(words.length == 4 && !words[3].isBlank(), "a help for " + helped);
  }

  private void type(String[] words) {
    require(words.length == 4 && words[2].equals(helped), "a TYPE after its HELP: " + words[2]);
    require(List.of("counter", "gauge", "summary").contains(words[3]), words[3]);
    require(words[3].equals("counter") == helped.endsWith("_total"), "_total of counters only");
    require(!helped.matches(".*(milli|micro|nano|kilo|mega).*"), "base units: " + helped);
    current = helped;
    families.put(current, new Family(words[3], new ArrayList<>()));
  }

  private void sample(String line) {
    Matcher matcher = SAMPLE.matcher(line);
    require(matcher.matches(), line);
    Family family = require(families.get(current), "a family before " + line);
    Sample sample =
        new Sample(
            matcher.group(1), labels(matcher.group(2)), Double.parseDouble(matcher.group(3)));
    require(Double.isFinite(sample.value()), line);
    require(isOf(family.type(), sample), line);
    require(
        family.samples().stream().noneMatch(other -> sameSeries(other, sample)), "once: " + line);
    family.samples().add(sample);
  }

  private boolean isOf(String type, Sample sample) {
    if (type.equals("summary") && !sample.labels().containsKey("quantile")) {
      return sample.name().equals(current + "_sum") || sample.name().equals(current + "_count");
    }
    return sample.name().equals(current) && (!type.equals("counter") || sample.value() >= 0);
  }

  private static boolean sameSeries(Sample one, Sample other) {
    return one.name().equals(other.name()) && one.labels().equals(other.labels());
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (end < text.length()) {
      require(label.find(end) && label.start() == end, "a label: " + text.substring(end));
      require(labels.put(label.group(1), unescape(label.group(2))) == null, "once: " + text);
      end = label.end();
    }
    return labels;
  }

  private static String unescape(String text) {
    return text.replace("\\\\", "\u0001")
        .replace("\\n", "\n")
        .replace("\\\"", "\"")
        .replace("\u0001", "\\");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("expected " + what);
    }
  }

  private static <T> T require(@Nullable T value, String what) {
    if (value == null) {
      throw new AssertionError("expected " + what);
    }
    return value;
  }
}
