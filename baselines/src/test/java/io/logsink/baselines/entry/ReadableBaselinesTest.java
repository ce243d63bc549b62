package io.logsink.baselines.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.bench.Contender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each baseline that can be read gives back what it was given, and answers as the others do. */
final class ReadableBaselinesTest {
  private static final List<LogRecord> RECORDS = HardRecords.of(120);

  @TempDir private Path folder;

  static List<String> readable() {
    return Baselines.readable().stream().map(Contender::label).toList();
  }

  private LogSink open(String name) throws LogSinkException {
    Contender contender = Baselines.named(name);
    return contender.backend().open(BackendConfig.owner(contender.settingsIn(folder)));
  }

  private static List<Long> fill(LogSink sink, List<LogRecord> records) throws LogSinkException {
    List<Long> sequences = new ArrayList<>();
    for (LogBatch batch : HardRecords.batches(records, 50)) {
      AppendReceipt receipt = sink.append(batch);
      for (long s = receipt.firstSequence(); s <= receipt.lastSequence(); s++) {
        sequences.add(s);
      }
    }
    sink.sync();
    return sequences;
  }

  private static List<LogRecord> read(LogSink sink, LogQuery query) throws LogSinkException {
    return LogPager.readAll(sink, query).stream().map(LogEntry::record).toList();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void givesBackWhatItWasGivenAlsoAfterReopening(String name) throws Exception {
    List<Long> sequences;
    try (LogSink sink = open(name)) {
      sequences = fill(sink, RECORDS);
      assertThat(read(sink, LogQuery.oldest(7))).isEqualTo(RECORDS);
      assertThat(sink.stats().recordCount()).isEqualTo(RECORDS.size());
    }
    try (LogSink again = open(name)) {
      assertThat(LogPager.readAll(again, LogQuery.oldest(1_000)))
          .extracting(LogEntry::sequence)
          .isEqualTo(sequences);
      assertThat(read(again, LogQuery.newest(11))).isEqualTo(RECORDS.reversed());
      assertThat(fill(again, RECORDS).getFirst()).isGreaterThan(sequences.getLast());
      assertThat(again.stats().recordCount()).isEqualTo(2L * RECORDS.size());
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void answersByTheSharedPredicate(String name) throws Exception {
    List<LogFilter> filters =
        List.of(
            LogFilter.words("line n77"),
            LogFilter.words("welt 世界"),
            LogFilter.words("x".repeat(300_000)),
            LogFilter.contains("wo\nli"),
            LogFilter.sources("pty:web1"),
            LogFilter.sources("pty:w?b*", "other"),
            LogFilter.sources("pty:web1", "pty:web2"),
            LogFilter.minSeverity(Severity.ERROR),
            LogFilter.since(RECORDS.get(60).timestamp()),
            LogFilter.and(LogFilter.sources("*2"), LogFilter.words("many")),
            LogFilter.not(LogFilter.words("line")));
    try (LogSink sink = open(name)) {
      fill(sink, RECORDS);
      for (LogFilter filter : filters) {
        List<LogRecord> right = RECORDS.stream().filter(filter.predicate()).toList();

        assertThat(read(sink, LogQuery.oldest(9).where(filter))).as("%s", filter).isEqualTo(right);
        assertThat(read(sink, LogQuery.newest(9).where(filter)))
            .as("%s", filter)
            .isEqualTo(right.reversed());
        assertThat(sink.histogram(filter, Duration.ofMillis(5)).totalCount())
            .isEqualTo(right.size());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void goesOnFromACursorInBothDirections(String name) throws Exception {
    try (LogSink sink = open(name)) {
      fill(sink, RECORDS);
      LogEntry middle = LogPager.readAll(sink, LogQuery.oldest(100)).get(40);

      assertThat(read(sink, LogQuery.oldest(5).from(Position.after(middle.cursor()))))
          .isEqualTo(RECORDS.subList(41, RECORDS.size()));
      assertThat(read(sink, LogQuery.newest(5).from(Position.after(middle.cursor()))))
          .isEqualTo(RECORDS.subList(0, 40).reversed());
      assertThat(sink.read(LogQuery.oldest(5).from(Position.newest())).entries()).isEmpty();
      assertThat(sink.read(LogQuery.newest(5).from(Position.oldest())).entries()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void refusesWhatItDoesNotDeclare(String name) throws Exception {
    Contender contender = Baselines.named(name);
    Record settings = contender.settingsIn(folder);
    assertThatExceptionOfType(SinkUnavailableException.class)
        .isThrownBy(() -> contender.backend().open(BackendConfig.readOnly(settings)));

    LogBody tooLong = LogBody.of("x".repeat((1 << 20) + 1));
    LogRecord heavy = LogRecord.of(Instant.EPOCH, Source.of("rpc"), tooLong);
    try (LogSink sink = open(name)) {
      assertThatExceptionOfType(RecordRejectedException.class)
          .isThrownBy(() -> sink.append(LogBatch.of(RECORDS.getFirst(), heavy)))
          .satisfies(e -> assertThat(e.recordIndex()).isEqualTo(1));
      assertThat(sink.stats().recordCount()).isZero();
      LogQuery seeking = LogQuery.oldest(1).from(Position.at(Instant.EPOCH));
      assertThatExceptionOfType(UnsupportedFeatureException.class)
          .isThrownBy(() -> sink.read(seeking));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rocksdb", "lucene"})
  void aSecondOwnerIsRefused(String name) throws Exception {
    try (LogSink first = open(name)) {
      assertThatExceptionOfType(SinkUnavailableException.class).isThrownBy(() -> open(name));
      assertThat(first.stats().recordCount()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void isDoneAfterClosing(String name) throws Exception {
    LogSink sink = open(name);
    sink.close();
    sink.close();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> sink.append(LogBatch.of(RECORDS.getFirst())));
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(sink::stats);
  }
}
