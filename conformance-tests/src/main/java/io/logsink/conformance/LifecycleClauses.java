package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The clauses L. */
final class LifecycleClauses {
  private final Fixture fixture;

  LifecycleClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  @Clause("L1")
  void closingTwiceIsFine() throws LogSinkException {
    LogSink sink = fixture.own();
    fixture.append(sink, 1);
    sink.close();
    sink.close();
  }

  @Clause("L2")
  void aClosedSinkRefusesEveryCall() throws LogSinkException {
    LogSink sink = fixture.own();
    LogBatch batch = LogBatch.of(fixture.record());
    sink.close();
    List<ThrowingCallable> calls =
        List.of(
            () -> sink.append(batch),
            sink::sync,
            () -> sink.read(LogQuery.oldest(1)),
            () -> sink.histogram(LogFilter.all(), Duration.ofMinutes(1)),
            () -> sink.maintain(fixture.clock().instant()),
            sink::stats);
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }
  }

  @Clause(value = "L3", needs = Feature.SINGLE_OWNER)
  void aSecondOwnerInThisProcessIsRefused() throws Exception {
    LogSink first = fixture.own();
    fixture.append(first, 2);
    assertThatThrownBy(fixture::own)
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining(fixture.store().getFileName().toString());
    assertThat(KitChild.run(fixture, "own"))
        .as("another process, after the attempt in this one")
        .startsWith("SinkUnavailableException");
    fixture.append(first, 2);
    assertThat(Fixture.readAll(first)).hasSize(4);
  }

  @Clause(value = "L3", needs = Feature.SINGLE_OWNER)
  void aSecondOwnerInAnotherProcessIsRefused() throws Exception {
    LogSink first = fixture.own();
    fixture.append(first, 2);
    String answer = KitChild.run(fixture, "own");
    assertThat(answer).startsWith("SinkUnavailableException").contains(fixture.store().toString());
    fixture.append(first, 2);
    assertThat(Fixture.readAll(first)).hasSize(4);
    first.close();
    if (fixture.has(Feature.REOPEN)) {
      assertThat(KitChild.run(fixture, "own")).startsWith("opened, 4 records");
    }
  }

  @Clause(value = "L4", needs = Feature.REOPEN)
  void readingOnlyChangesNoByte() throws Exception {
    LogSink owner = fixture.own(StoreLimits.HOURLY);
    fixture.appendHourly(owner, 3, 10);
    owner.maintain(fixture.clock().instant());
    owner.close();
    String before = Fingerprint.of(fixture.store());

    LogSink reader = fixture.readOnly(StoreLimits.HOURLY);
    LogBatch batch = LogBatch.of(fixture.record());
    assertThat(Fixture.readAll(reader)).hasSize(30);
    List<ThrowingCallable> changes =
        List.of(
            () -> reader.append(batch),
            reader::sync,
            () -> reader.maintain(fixture.clock().instant()));
    for (ThrowingCallable change : changes) {
      assertThatThrownBy(change).isInstanceOf(UnsupportedOperationException.class);
    }
    reader.close();

    assertThat(Fingerprint.of(fixture.store())).isEqualTo(before);
  }

  @Clause(value = "L5", needs = Feature.REOPEN)
  void whereNoStoreIsThereIsNothingToRead() throws Exception {
    assertThatThrownBy(() -> fixture.readOnly(StoreLimits.LARGE))
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining(fixture.store().toString());
    assertThat(fixture.store()).doesNotExist();
    Path empty = Files.createDirectory(fixture.store());
    assertThatThrownBy(() -> fixture.readOnly(StoreLimits.LARGE))
        .isInstanceOf(SinkUnavailableException.class);
    assertThat(empty).isEmptyDirectory();
  }

  @Clause(value = "L6", needs = Feature.READ_BESIDE_OWNER)
  void aReaderInThisProcessSeesWhatIsStored() throws LogSinkException {
    LogSink owner = fixture.own(StoreLimits.HOURLY);
    fixture.appendHourly(owner, 3, 10);
    owner.maintain(fixture.clock().instant());
    owner.sync();
    LogSink reader = fixture.readOnly(StoreLimits.HOURLY);
    fixture.append(owner, 5);
    List<Long> seen = Fixture.sequencesOf(Fixture.readAll(reader));
    assertThat(seen).isEqualTo(Fixture.sequencesOf(Fixture.readAll(owner)).subList(0, 30));
    reader.close();
    fixture.append(owner, 5);
    assertThat(Fixture.readAll(owner)).hasSize(40);
  }

  @Clause(value = "L6", needs = Feature.READ_BESIDE_OWNER)
  void aReaderInAnotherProcessSeesWhatIsStored() throws Exception {
    LogSink owner = fixture.own(StoreLimits.HOURLY);
    fixture.appendHourly(owner, 3, 10);
    owner.maintain(fixture.clock().instant());
    owner.sync();
    assertThat(KitChild.run(fixture, "read")).startsWith("opened, 30 records");
    fixture.append(owner, 5);
    assertThat(KitChild.run(fixture, "read")).startsWith("opened, 35 records");
    assertThat(Fixture.readAll(owner)).hasSize(35);
  }

  @Clause("L7")
  void theSinkSaysWhatTheProofSays() throws LogSinkException {
    LogSink sink = fixture.own();
    Capabilities before = sink.capabilities();
    assertThat(before).isEqualTo(fixture.subject().capabilities());
    fixture.append(sink, 10);
    fixture.maintain(sink);
    assertThat(sink.capabilities()).isEqualTo(before);
  }

  /** No backend can know it. */
  private record ForeignSettings() {}

  @Clause("L8")
  void settingsOfAnotherClassAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> fixture.subject().backend().open(BackendConfig.owner(new ForeignSettings())))
        .withMessageContaining("ForeignSettings");
  }
}
