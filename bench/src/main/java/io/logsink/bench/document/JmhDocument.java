package io.logsink.bench.document;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The bars of a document in the form of <a
 * href="https://github.com/openjdk/jmh/blob/master/jmh-core/src/main/java/org/openjdk/jmh/results/format/JSONResultFormat.java">JMH's
 * JSON</a>, for tools that show or keep its results. A bar is a benchmark with the parameter {@code
 * label}, its interval the confidence interval. Nothing is claimed of forks and iterations. {@link
 * #toString()} is the text.
 *
 * @param document what it is taken from
 */
public record JmhDocument(Document document) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String CLASS = "io.logsink.bench.";
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{Alnum}]+");

  @Override
  public String toString() {
    ArrayNode all = MAPPER.createArrayNode();
    for (Section section : document.sections()) {
      for (Part part : section.parts()) {
        if (part instanceof Bars bars) {
          bars.bars().forEach(bar -> all.add(benchmark(bars, bar)));
        }
      }
    }
    return all.toPrettyString() + "\n";
  }

  private ObjectNode benchmark(Bars bars, Range bar) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("benchmark", CLASS + name(document.title()) + "." + name(bars.title()));
    json.put("mode", bars.moreIsBetter() ? "thrpt" : "avgt");
    json.put("threads", 1);
    json.put("forks", 1);
    json.putObject("params").put("label", bar.label());
    ObjectNode metric = json.putObject("primaryMetric");
    metric.put("score", bar.value());
    metric.put("scoreError", Math.max(bar.value() - bar.low(), bar.high() - bar.value()));
    metric.putArray("scoreConfidence").add(bar.low()).add(bar.high());
    metric.putObject("scorePercentiles");
    metric.put("scoreUnit", bars.unit().jmhName());
    metric.putArray("rawData").addArray().add(bar.value());
    json.putObject("secondaryMetrics");
    return json;
  }

  /** Tools take it apart at dots. */
  private static String name(String title) {
    return NO_NAME.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("_");
  }
}
