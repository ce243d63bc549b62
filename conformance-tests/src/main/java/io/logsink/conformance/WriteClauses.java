package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.Visibility;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The clauses W. */
final class WriteClauses {
  private final Fixture fixture;

  WriteClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  @Clause("W1")
  void theReceiptNamesOneRunOfSequences() throws LogSinkException {
    LogSink sink = fixture.own();
    List<LogRecord> records = fixture.records(250);
    fixture.append(sink, 3);

    AppendReceipt receipt = fixture.append(sink, records);

    assertThat(receipt.recordCount()).isEqualTo(250);
    List<LogEntry> entries = Fixture.readAll(sink).subList(3, 253);
    assertThat(Fixture.sequencesOf(entries))
        .isEqualTo(Fixture.range(receipt.firstSequence(), receipt.lastSequence()));
    assertThat(Fixture.recordsOf(entries)).isEqualTo(records);
  }

  @Clause("W1")
  void theReceiptPromisesWhatTheCapabilitiesSay() throws LogSinkException {
    LogSink sink = fixture.own();
    Durability promised = fixture.append(sink, 1).durability();
    assertThat(promised.atLeast(sink.capabilities().appendDurability())).isTrue();
  }

  @Clause("W2")
  void oddRecordsComeBackAsTheyWere() throws LogSinkException {
    assertRoundTrip(OddRecords.all());
  }

  @Clause("W2")
  void randomRecordsComeBackAsTheyWere() throws LogSinkException {
    Random random = Fixture.random();
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      records.add(OddRecords.random(random));
    }
    assertRoundTrip(records);
  }

  private void assertRoundTrip(List<LogRecord> records) throws LogSinkException {
    LogSink sink = fixture.own();
    fixture.append(sink, records);
    assertThat(Fixture.recordsOf(Fixture.readAll(sink)))
        .as("-Dlogsink.seed=%d", Fixture.SEED)
        .isEqualTo(records);
  }

  @Clause("W2")
  void oddRecordsSurviveReopeningAndSealing() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    List<LogRecord> records = OddRecords.all();
    fixture.append(sink, records);
    fixture.clock().step(Duration.ofHours(2));
    fixture.maintain(sink);
    assertThat(Fixture.recordsOf(Fixture.readAll(sink))).isEqualTo(records);
    if (fixture.has(Feature.REOPEN)) {
      sink.close();
      assertThat(Fixture.recordsOf(Fixture.readAll(fixture.own(StoreLimits.HOURLY))))
          .isEqualTo(records);
    }
  }

  @Clause("W3")
  void sequencesIncreaseWhileTimestampsStepBack() throws LogSinkException {
    LogSink sink = fixture.own();
    long last = 0;
    Instant time = fixture.clock().instant();
    for (int i = 0; i < 50; i++) {
      fixture.clock().step(Duration.ofMinutes(i % 7 == 0 ? -5 : 1));
      LogRecord record = LogRecord.of(time.minusSeconds(i), Source.of("rpc"), LogBody.of("x"));
      AppendReceipt receipt = fixture.append(sink, List.of(record, record));
      assertThat(receipt.firstSequence()).isGreaterThan(last);
      last = receipt.lastSequence();
    }
    assertThat(Fixture.sequencesOf(Fixture.readAll(sink)))
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSize(100);
  }

  @Clause("W4")
  void aRecordIsVisibleWhenItShouldBe() throws LogSinkException {
    LogSink sink = fixture.own();
    for (int i = 1; i <= 20; i++) {
      sink.append(LogBatch.of(fixture.record()));
      if (sink.capabilities().visibility() == Visibility.AFTER_SYNC) {
        sink.sync();
      }
      assertThat(Fixture.readAll(sink)).hasSize(i);
    }
  }

  @Clause("W5")
  void theLongestBodyIsStored() throws LogSinkException {
    LogSink sink = fixture.own();
    LogRecord longest = withBodyOf(sink.capabilities().maxRecordBytes());
    fixture.append(sink, List.of(longest));
    assertThat(Fixture.recordsOf(sink.read(LogQuery.oldest(1)).entries())).containsExactly(longest);
  }

  @Clause("W5")
  void aLongerOneIsRejectedByItsIndex() throws LogSinkException {
    LogSink sink = fixture.own();
    int most = sink.capabilities().maxRecordBytes();
    if (most < LogBody.MAX_BYTES) {
      LogBatch batch = LogBatch.of(fixture.record(), withBodyOf(most + 1), fixture.record());
      assertThatThrownBy(() -> sink.append(batch))
          .isInstanceOfSatisfying(
              RecordRejectedException.class, e -> assertThat(e.recordIndex()).isEqualTo(1));
      assertThat(Fixture.readAll(sink)).isEmpty();
    }
    fixture.append(sink, 1);
    assertThat(Fixture.readAll(sink)).hasSize(1);
    if (fixture.has(Feature.REOPEN)) {
      sink.close();
      assertThat(Fixture.readAll(fixture.own())).hasSize(1);
    }
  }

  private LogRecord withBodyOf(int bytes) {
    byte[] body = new byte[bytes];
    Fixture.random().nextBytes(body);
    return LogRecord.of(fixture.clock().instant(), Source.of("rpc"), LogBody.unsafeWrap(body));
  }

  @Clause("W6")
  void aBatchOfTheMostRecordsIsStored() throws LogSinkException {
    LogSink sink = fixture.own();
    List<LogRecord> records = fixture.records(LogBatch.MAX_COUNT);
    fixture.append(sink, records);
    assertThat(Fixture.recordsOf(Fixture.readAll(sink))).isEqualTo(records);
  }

  @Clause("W7")
  void namesThatLookAlikeAreDifferentSources() throws LogSinkException {
    LogSink sink = fixture.own();
    List<LogRecord> records = new ArrayList<>();
    for (String name : OddRecords.sourceNames()) {
      records.add(LogRecord.of(fixture.clock().instant(), Source.of(name), LogBody.of(name)));
    }
    fixture.append(sink, records);
    fixture.append(sink, records.reversed());

    List<LogRecord> expected = new ArrayList<>(records);
    expected.addAll(records.reversed());
    assertThat(Fixture.recordsOf(Fixture.readAll(sink))).isEqualTo(expected);
  }

  @Clause("W7")
  void aThousandSourcesAreKeptApart() throws LogSinkException {
    LogSink sink = fixture.own();
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      records.add(
          LogRecord.of(
              fixture.clock().instant(), Source.of("pty:" + i % 1_000), LogBody.of("x" + i)));
    }
    fixture.append(sink, records);
    assertThat(Fixture.recordsOf(Fixture.readAll(sink))).isEqualTo(records);
  }
}
