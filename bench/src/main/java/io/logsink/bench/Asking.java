package io.logsink.bench;

import io.logsink.api.Feature;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a store the questions, each several times, and checks every answer: it is the newest that
 * match, newest first; where the sink has overwritten some, at least all of it was appended and
 * matches.
 */
final class Asking {
  private static final int MOST_TIMES = 25;

  private final LogSink sink;
  private final Appended appended;
  private final long limitNanos;

  /** Asks each question until {@code limitNanos} are over, once at least. */
  Asking(LogSink sink, Appended appended, long limitNanos) {
    this.sink = sink;
    this.appended = appended;
    this.limitNanos = limitNanos;
  }

  /** The median time of each question; none when the sink cannot be asked such. */
  Map<Metric, Double> medians(List<Question> questions)
      throws LogSinkException, DifferenceException {
    Map<Metric, Double> medians = new EnumMap<>(Metric.class);
    boolean able =
        sink.capabilities().has(Feature.FILTER) && sink.capabilities().has(Feature.READ_BACKWARD);
    for (Question question : able ? questions : List.<Question>of()) {
      medians.put(question.metric(), medianNanos(question));
    }
    return medians;
  }

  private double medianNanos(Question question) throws LogSinkException, DifferenceException {
    long[] nanos = new long[MOST_TIMES];
    int count = 0;
    long start = System.nanoTime();
    do {
      long before = System.nanoTime();
      List<LogEntry> answer = ask(question);
      nanos[count++] = System.nanoTime() - before;
      check(question, answer);
    } while (count < MOST_TIMES && System.nanoTime() - start < limitNanos);
    Arrays.sort(nanos, 0, count);
    return (nanos[(count - 1) / 2] + nanos[count / 2]) / 2.0;
  }

  private List<LogEntry> ask(Question question) throws LogSinkException {
    List<LogEntry> answer = new ArrayList<>();
    LogPager pager = new LogPager(sink, LogQuery.newest(Question.LIMIT).where(question.filter()));
    while (answer.size() < Question.LIMIT && pager.hasMore()) {
      answer.addAll(pager.next().entries());
    }
    return answer.subList(0, Math.min(answer.size(), Question.LIMIT));
  }

  private void check(Question question, List<LogEntry> answer) throws DifferenceException {
    boolean complete =
        question.recordCount() == appended.recordCount()
            && sink.stats().recordCount() == appended.recordCount();
    List<LogRecord> records = answer.stream().map(LogEntry::record).toList();
    if (complete && !records.equals(question.answer())) {
      throw new DifferenceException(
          "the answer to \"%s\" has %d records and is not the %d that match"
              .formatted(question.about(), records.size(), question.answer().size()));
    }
    checkEach(question, answer);
  }

  private void checkEach(Question question, List<LogEntry> answer) throws DifferenceException {
    int previous = Integer.MAX_VALUE;
    for (LogEntry entry : answer) {
      int index = ReadBackCheck.requireEqual(appended, entry);
      if (index >= previous || !question.filter().predicate().test(entry.record())) {
        throw new DifferenceException(
            "the answer to \"%s\" has record %d out of order, or it does not match"
                .formatted(question.about(), entry.sequence()));
      }
      previous = index;
    }
  }
}
