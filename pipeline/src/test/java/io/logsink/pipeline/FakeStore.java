package io.logsink.pipeline;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a fake sink stored: the truth that counters are compared with. */
final class FakeStore {
  private final List<LogEntry> entries = new ArrayList<>();

  synchronized long add(List<LogRecord> records) {
    for (LogRecord record : records) {
      entries.add(new LogEntry(entries.size() + 1L, record));
    }
    return entries.size();
  }

  synchronized List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  List<LogRecord> records() {
    return entries().stream().map(LogEntry::record).toList();
  }

  List<LogRecord> records(Source source) {
    return records().stream().filter(record -> record.source().equals(source)).toList();
  }

  List<String> texts(Source source) {
    return records(source).stream().map(record -> record.body().text()).toList();
  }

  /** How many records and bytes of each source. */
  Map<Source, Tally> tallies() {
    Map<Source, Tally> tallies = new TreeMap<>();
    for (LogRecord record : records()) {
      tallies.merge(record.source(), new Tally(1, record.body().length()), Tally::plus);
    }
    return tallies;
  }

  /** What loss records tell of that reason, by source. */
  Map<Source, Tally> told(Fate fate) {
    Map<Source, Tally> told = new TreeMap<>();
    for (LogRecord record : records(LogPipeline.OWN_SOURCE)) {
      LossRecords.Said said = LossRecords.parse(record);
      if (said != null && said.fate() == fate) {
        told.merge(said.source(), said.loss().tally(), Tally::plus);
      }
    }
    return told;
  }

  static long number(LogRecord record, String key) {
    return record.attributes().get(key) instanceof AttributeValue.LongValue(long value)
        ? value
        : -1;
  }
}
