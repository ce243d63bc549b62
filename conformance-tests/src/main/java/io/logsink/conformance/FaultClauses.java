package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Access;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The clauses F. */
final class FaultClauses {
  private static final int DISK_MEBIBYTES = 16;
  private static final int RESERVE_BYTES = 6 << 20;
  private static final int DAMAGE_ROUNDS =
      Integer.getInteger("logsink.conformance.damage.rounds", 60);

  private final Fixture fixture;

  FaultClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  @Clause(value = "F1", needs = Feature.REOPEN)
  void aFolderBelowAFileIsRefused() throws Exception {
    Path file = Files.writeString(fixture.folder().resolve("file"), "not a folder");
    assertRefused(file.resolve("store"));
    assertRefused(file);
    assertThat(file).hasContent("not a folder");
  }

  private void assertRefused(Path store) {
    assertThatThrownBy(() -> fixture.open(store, StoreLimits.LARGE, Access.OWNER))
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining(store.toString());
  }

  @Clause(value = "F2", durability = Durability.PROCESS_CRASH, needs = Feature.REOPEN)
  void aFullDiskLosesNothingThatWasAcknowledged() throws Exception {
    Path folder = fixture.folder().resolve("disk");
    try (SmallDisk _ = new SmallDisk(folder, DISK_MEBIBYTES)) {
      Path reserve = Files.write(folder.resolve("reserve"), new byte[RESERVE_BYTES]);
      fillAndGoOn(folder.resolve("store"), reserve);
    }
  }

  private void fillAndGoOn(Path store, Path reserve) throws Exception {
    Random random = Fixture.random();
    List<LogRecord> acknowledged = new ArrayList<>();
    try (LogSink sink = fixture.open(store, StoreLimits.SMALL_WINDOWS, Access.OWNER)) {
      assertThatThrownBy(() -> fill(sink, random, acknowledged))
          .isInstanceOf(SinkFullException.class);
      assertThat(acknowledged).hasSizeGreaterThan(10);
      assertThat(Fixture.recordsOf(Fixture.readAll(sink))).isEqualTo(acknowledged);
      Files.delete(reserve);
      LogRecord more = noise(random);
      sink.append(LogBatch.of(more));
      acknowledged.add(more);
      assertThat(Fixture.recordsOf(Fixture.readAll(sink))).isEqualTo(acknowledged);
    }
    try (LogSink again = fixture.open(store, StoreLimits.SMALL_WINDOWS, Access.OWNER)) {
      assertThat(Fixture.recordsOf(Fixture.readAll(again))).isEqualTo(acknowledged);
    }
  }

  private void fill(LogSink sink, Random random, List<LogRecord> acknowledged)
      throws LogSinkException {
    for (int i = 0; i < DISK_MEBIBYTES * 64; i++) {
      LogRecord record = noise(random);
      sink.append(LogBatch.of(record));
      acknowledged.add(record);
    }
  }

  private LogRecord noise(Random random) {
    byte[] body = new byte[32 << 10];
    random.nextBytes(body);
    return LogRecord.of(
        fixture.clock().instant(), Source.of("pty:" + random.nextInt(3)), LogBody.unsafeWrap(body));
  }

  @Clause(value = "F3", needs = Feature.REOPEN)
  void damageInAnyFileIsTold() throws Exception {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    CrashRecords records = new CrashRecords(Fixture.SEED, 0);
    for (int window = 0; window < 3; window++) {
      for (int number = 0; number < 20; number++) {
        sink.append(records.batch(window * 20 + number));
      }
      fixture.clock().step(Duration.ofHours(1));
    }
    sink.maintain(fixture.clock().instant());
    sink.close();
    assertThat(KitChild.run(fixture, "damage", Fixture.SEED, DAMAGE_ROUNDS).strip())
        .as("-Dlogsink.seed=%d", Fixture.SEED)
        .isEqualTo("ok");
  }

  @Clause(value = "F4", needs = Feature.REOPEN)
  void aFolderThatCannotBeWrittenIsRefusedAndKept() throws Exception {
    Path folder = fixture.folder().resolve("disk");
    try (SmallDisk disk = new SmallDisk(folder, 64)) {
      Path store = folder.resolve("store");
      List<LogEntry> stored;
      try (LogSink sink = fixture.open(store, StoreLimits.LARGE, Access.OWNER)) {
        fixture.append(sink, 100);
        stored = Fixture.readAll(sink);
      }
      disk.makeReadOnly(true);
      assertRefused(store);
      disk.makeReadOnly(false);
      try (LogSink sink = fixture.open(store, StoreLimits.LARGE, Access.OWNER)) {
        assertThat(Fixture.readAll(sink)).isEqualTo(stored);
      }
    }
  }
}
