package io.logsink.bench;

import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogFilter.Words;
import io.logsink.api.query.Tokens;
import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds something to ask for in the records themselves: the source with the most and the one with
 * the fewest of them, the commonest word and a rare one. Words are counted in a sample; the rare
 * one occurs in it once, and near its middle, where neither end of a store is quick to reach. The
 * same records always give the same questions.
 */
final class Questions {
  private static final int SAMPLE_COUNT = 20_000;
  private static final int RARE_WORD_LENGTH = 4;

  private final List<LogRecord> records;
  private final List<List<String>> sample;
  private final Map<String, Integer> counts = new HashMap<>();

  private Questions(List<LogRecord> records) {
    this.records = records;
    int step = Math.max(1, records.size() / SAMPLE_COUNT);
    sample = new ArrayList<>();
    for (int i = 0; i < records.size(); i += step) {
      List<String> words = words(records.get(i));
      sample.add(words);
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
  }

  private static List<String> words(LogRecord record) {
    Set<String> words = new HashSet<>(Tokens.of(record.body().text()));
    return words.stream().sorted().toList();
  }

  static List<Question> about(List<LogRecord> records) {
    Questions questions = new Questions(records);
    List<Question> all = new ArrayList<>(questions.sources());
    questions.rareWord().ifPresent(word -> all.add(questions.word(Metric.WORD_RARE, word)));
    questions.commonWord().ifPresent(word -> all.add(questions.word(Metric.WORD_COMMON, word)));
    return all;
  }

  private List<Question> sources() {
    Map<String, Long> byName =
        new TreeMap<>(
            records.stream()
                .collect(
                    Collectors.groupingBy(
                        record -> record.source().name(), Collectors.counting())));
    Comparator<Map.Entry<String, Long>> byCount = Map.Entry.comparingByValue();
    String busy = byName.entrySet().stream().max(byCount).orElseThrow().getKey();
    String quiet = byName.entrySet().stream().min(byCount).orElseThrow().getKey();
    return busy.equals(quiet)
        ? List.of(source(Metric.NEWEST_BUSY, busy))
        : List.of(source(Metric.NEWEST_BUSY, busy), source(Metric.NEWEST_QUIET, quiet));
  }

  private Question source(Metric metric, String name) {
    return Question.of(metric, name, LogFilter.sources(name), records);
  }

  private Question word(Metric metric, String word) {
    return Question.of(metric, word, new Words(List.of(word)), records);
  }

  private Optional<String> commonWord() {
    Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue();
    return counts.entrySet().stream()
        .max(byCount.thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  /** Looks from the middle outwards. */
  private Optional<String> rareWord() {
    int middle = sample.size() / 2;
    for (int distance = 0; distance <= middle; distance++) {
      int after = Math.min(middle + distance, sample.size() - 1);
      Optional<String> word = rareWordAt(middle - distance).or(() -> rareWordAt(after));
      if (word.isPresent()) {
        return word;
      }
    }
    return Optional.empty();
  }

  private Optional<String> rareWordAt(int index) {
    return sample.get(index).stream()
        .filter(word -> counts.getOrDefault(word, 0) == 1)
        .filter(word -> word.length() >= RARE_WORD_LENGTH)
        .filter(word -> word.chars().allMatch(Character::isLetter))
        .findFirst();
  }
}
