package io.logsink.bench.stretch;

import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Tokens;
import io.logsink.api.record.LogRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a competing reader asks in turn: the newest 200 of the source with the most records, and the
 * newest 200 with a word that about one record of a hundred has. What an answer costs depends on
 * the lines, then, and not on how much a faster store has taken meanwhile.
 *
 * @param source the source
 * @param word the word
 */
public record ReaderQuestions(String source, String word) {
  private static final int LIMIT = 200;
  private static final int SAMPLE_COUNT = 20_000;
  private static final double WORD_SHARE = 0.01;

  /** The questions for {@code records}; the same ones for the same records. */
  public static ReaderQuestions about(List<LogRecord> records) {
    Map<String, Long> sources =
        records.stream()
            .map(line -> line.source().name())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return new ReaderQuestions(most(sources), word(records));
  }

  private static String most(Map<String, Long> counts) {
    Comparator<Map.Entry<String, Long>> order = Map.Entry.comparingByValue();
    return counts.entrySet().stream()
        .max(order.thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }

  private static String word(List<LogRecord> records) {
    Map<String, Integer> counts = new HashMap<>();
    int step = Math.max(1, records.size() / SAMPLE_COUNT);
    for (int i = 0; i < records.size(); i += step) {
      new HashSet<>(Tokens.of(records.get(i).body().text()))
          .forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    double wanted = Math.ceilDiv(records.size(), step) * WORD_SHARE;
    Comparator<Map.Entry<String, Integer>> order =
        Comparator.comparingDouble(entry -> Math.abs(entry.getValue() - wanted));
    return counts.entrySet().stream()
        .min(order.thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("word");
  }

  List<LogQuery> queries() {
    return List.of(
        LogQuery.newest(LIMIT).where(LogFilter.sources(source)),
        LogQuery.newest(LIMIT).where(LogFilter.words(word)));
  }
}
