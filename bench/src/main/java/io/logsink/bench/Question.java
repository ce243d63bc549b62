package io.logsink.bench;

import io.logsink.api.query.LogFilter;
import io.logsink.api.query.RecordPredicate;
import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A query that every contender is asked, with its answer.
 *
 * @param metric what its time is called
 * @param about the source or the word that is looked for
 * @param filter what matches
 * @param recordCount among how many records the answer was looked for
 * @param answer the newest {@value #LIMIT} records that match, newest first
 */
public record Question(
    Metric metric, String about, LogFilter filter, int recordCount, List<LogRecord> answer) {
  /** The most records of an answer. */
  public static final int LIMIT = 200;

  /** The question over {@code records}, answered by looking at all of them. */
  static Question of(Metric metric, String about, LogFilter filter, List<LogRecord> records) {
    RecordPredicate predicate = filter.predicate();
    List<LogRecord> answer = new ArrayList<>();
    for (int i = records.size() - 1; i >= 0 && answer.size() < LIMIT; i--) {
      if (predicate.test(records.get(i))) {
        answer.add(records.get(i));
      }
    }
    return new Question(metric, about, filter, records.size(), List.copyOf(answer));
  }
}
