package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogEntry;
import java.util.List;

/** The clauses D. */
final class DurabilityClauses {
  /** How often to kill: {@code -Dlogsink.conformance.crash.rounds=N}. */
  private static final int CRASH_ROUNDS =
      Integer.getInteger("logsink.conformance.crash.rounds", 20);

  private final Fixture fixture;

  DurabilityClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  @Clause(value = "D1", needs = Feature.REOPEN)
  void everythingIsThereAfterReopening() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    fixture.appendHourly(sink, 3, 50);
    sink.maintain(fixture.clock().instant());
    fixture.append(sink, 50);
    List<LogEntry> before = Fixture.readAll(sink);
    sink.close();
    for (int i = 0; i < 3; i++) {
      LogSink again = fixture.own(StoreLimits.HOURLY);
      assertThat(Fixture.readAll(again)).isEqualTo(before);
      again.close();
    }
    assertThat(Fixture.readAll(fixture.readOnly(StoreLimits.HOURLY))).isEqualTo(before);
  }

  @Clause(value = "D2", durability = Durability.PROCESS_CRASH, needs = Feature.REOPEN)
  void whatWasAcknowledgedSurvivesSigkill() throws Exception {
    new CrashRounds(fixture, true).run(CRASH_ROUNDS);
  }

  @Clause(value = "D3", needs = Feature.REOPEN)
  void sequencesGoOnAfterReopening() throws LogSinkException {
    long last = 0;
    for (int i = 0; i < 5; i++) {
      LogSink sink = fixture.own();
      long first = fixture.append(sink, 3).firstSequence();
      assertThat(first).isGreaterThan(last);
      last = first + 2;
      sink.close();
    }
  }

  @Clause(value = "D3", needs = Feature.REOPEN)
  void sequencesGoOnAfterSigkill() throws Exception {
    new CrashRounds(fixture, false).run(2);
  }

  @Clause(value = "D4", needs = Feature.REOPEN)
  void aKilledStoreOpensAndIsRight() throws Exception {
    new CrashRounds(fixture, false).run(2);
  }
}
