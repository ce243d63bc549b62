package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ReadBackCheckTest {
  private static final int COUNT = 5_000;

  @Test
  void allThatWasAppendedComesBack() throws Exception {
    assertThat(check(ListBackend.honest("list"))).isEqualTo(new ReadBack(COUNT, COUNT, 0));
  }

  @Test
  void oneChangedByteIsFound() {
    assertFails(
        entries -> replaced(entries, 3_333, flipped(entries.get(3_333))),
        "record 3334 of busy came back changed: body of 16 bytes instead of 16, different from byte"
            + " 4 on");
  }

  @Test
  void aChangedTimeIsFound() {
    assertFails(
        entries -> replaced(entries, 7, later(entries.get(7))),
        "record 8 of busy came back changed: not its body");
  }

  @Test
  void oneLostRecordIsFound() {
    assertFails(
        entries -> without(entries, COUNT - 1),
        "1 of 5000 records did not come back and no gap says so; the first is the one at 4999");
  }

  @Test
  void aRecordThatComesTwiceIsFound() {
    assertFails(
        entries -> inserted(entries, 10, entries.get(9)), "the record 10 came back again, or late");
  }

  @Test
  void twoRecordsInTheWrongOrderAreFound() {
    assertFails(
        entries -> inserted(without(entries, 20), 10, entries.get(20)),
        "the record 11 came back again, or late");
  }

  @Test
  void aRecordThatWasNeverAppendedIsFound() {
    assertFails(
        entries -> inserted(entries, COUNT, new LogEntry(COUNT + 1, entries.get(0).record())),
        "a record came back that was never appended, with the sequence 5001");
  }

  @Test
  void recordsThatTheSinkSaysAreOverwrittenMayBeMissing() throws Exception {
    Gap gap = new Gap(1, 40, Gap.Cause.RETENTION, "");
    ListBackend ring = new ListBackend("ring", all -> all.subList(40, COUNT), List.of(gap));

    assertThat(check(ring)).isEqualTo(new ReadBack(COUNT, COUNT - 40, 40));
  }

  @Test
  void aGapThatIsTooShortDoesNotExcuse() {
    Gap gap = new Gap(1, 39, Gap.Cause.RETENTION, "");
    ListBackend ring = new ListBackend("ring", all -> all.subList(40, COUNT), List.of(gap));

    assertThatThrownBy(() -> check(ring)).hasMessageContaining("the first is the one at 39");
  }

  @Test
  void damageIsNoExcuse() {
    Gap gap = new Gap(1, 40, Gap.Cause.DAMAGE, "file x");
    ListBackend damaged = new ListBackend("list", all -> all.subList(40, COUNT), List.of(gap));

    assertThatThrownBy(() -> check(damaged))
        .hasMessage("the records 1 to 40 cannot be read: file x");
  }

  private static void assertFails(UnaryOperator<List<LogEntry>> fault, String message) {
    assertThatThrownBy(() -> check(ListBackend.faulty("list", fault)))
        .isInstanceOf(DifferenceException.class)
        .hasMessageStartingWith(message);
  }

  private static ReadBack check(ListBackend backend) throws Exception {
    try (LogSink sink = backend.open(BackendConfig.owner(backend.defaultSettings()))) {
      Appended appended = new Appended(COUNT);
      for (LogBatch batch : Batches.of(Records.many(COUNT), 700)) {
        AppendReceipt receipt = sink.append(batch);
        appended.add(batch, receipt);
      }
      return ReadBackCheck.of(sink, appended);
    }
  }

  private static LogEntry flipped(LogEntry entry) {
    byte[] body = entry.record().body().toByteArray();
    body[4] ^= 1;
    LogRecord changed = Records.of(entry.record().source().name(), "");
    return new LogEntry(
        entry.sequence(),
        new LogRecord(
            changed.timestampNanos(),
            changed.observedTimestampNanos(),
            changed.severity(),
            changed.source(),
            LogBody.of(body),
            changed.attributes()));
  }

  private static LogEntry later(LogEntry entry) {
    LogRecord original = entry.record();
    return new LogEntry(
        entry.sequence(),
        new LogRecord(
            original.timestampNanos() + 1,
            original.observedTimestampNanos(),
            original.severity(),
            original.source(),
            original.body(),
            original.attributes()));
  }

  private static List<LogEntry> replaced(List<LogEntry> entries, int index, LogEntry entry) {
    List<LogEntry> changed = new ArrayList<>(entries);
    changed.set(index, entry);
    return changed;
  }

  private static List<LogEntry> without(List<LogEntry> entries, int index) {
    List<LogEntry> changed = new ArrayList<>(entries);
    changed.remove(index);
    return changed;
  }

  private static List<LogEntry> inserted(List<LogEntry> entries, int index, LogEntry entry) {
    List<LogEntry> changed = new ArrayList<>(entries);
    changed.add(index, entry);
    return changed;
  }
}
