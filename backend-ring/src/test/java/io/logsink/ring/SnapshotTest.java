package io.logsink.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk, and when. */
final class SnapshotTest {
  @TempDir Path folder;
  private RingFixture fixture;
  private Path store;

  @BeforeEach
  void nameStore() {
    store = folder.resolve("store");
    fixture = new RingFixture(store);
  }

  private static List<String> snapshots(Path store) throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("snapshot"))
          .sorted()
          .toList();
    }
  }

  private static List<Gap> gaps(LogSink sink) throws LogSinkException {
    return RingFixture.gaps(sink, Position.oldest(), Direction.FORWARD);
  }

  @Test
  void isTakenWhenTheIntervalHasPassedAndSomethingChanged() throws Exception {
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 1, 1);
      fixture.step(Duration.ofSeconds(9));
      sink.maintain(fixture.instant());
      assertThat(snapshots(store)).isEmpty();
      fixture.step(Duration.ofSeconds(1));
      sink.maintain(fixture.instant());
      assertThat(snapshots(store)).containsExactly("snapshot-00000001");
      fixture.snapshot(sink);
      assertThat(snapshots(store)).containsExactly("snapshot-00000001");
      fixture.append(sink, "a", 1, 1);
      fixture.snapshot(sink);
      assertThat(snapshots(store)).containsExactly("snapshot-00000001", "snapshot-00000002");
    }
  }

  @Test
  void aClockThatStepsBackDoesNotPutItOff() throws Exception {
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 1, 1);
      fixture.step(Duration.ofDays(-1));
      sink.maintain(fixture.instant());
      assertThat(snapshots(store)).containsExactly("snapshot-00000001");
    }
  }

  @Test
  void theNewestTwoGenerationsAreKept() throws Exception {
    try (LogSink sink = fixture.own()) {
      for (int i = 0; i < 4; i++) {
        fixture.append(sink, "a", 1, 1);
        fixture.snapshot(sink);
      }
      fixture.append(sink, "a", 1, 1);
    }
    assertThat(snapshots(store)).containsExactly("snapshot-00000004", "snapshot-00000005");
  }

  @Test
  void holesAndAgesComeBack() throws Exception {
    List<LogEntry> before;
    List<Gap> holes;
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "quiet", 200, 100);
      fixture.step(Duration.ofHours(3));
      for (int i = 0; i < 100; i++) {
        fixture.append(sink, "quiet", 1, 100);
        fixture.append(sink, "flood", 200, 500);
      }
      before = RingFixture.readAll(sink);
      holes = RingFixture.gaps(sink, Position.after(new Cursor(0)), Direction.FORWARD);
    }
    assertThat(holes).hasSizeGreaterThan(50);
    try (LogSink again = fixture.own()) {
      assertThat(RingFixture.readAll(again)).isEqualTo(before);
      assertThat(RingFixture.gaps(again, Position.after(new Cursor(0)), Direction.FORWARD))
          .isEqualTo(holes);
      fixture.step(Duration.ofHours(22));
      assertThat(again.maintain(fixture.instant()).droppedRecordCount()).isEqualTo(200);
    }
  }

  @Test
  void aSmallerRingTakesTheNewest() throws Exception {
    try (LogSink sink = fixture.withMaxBytes(8 << 20).own()) {
      fixture.append(sink, "a", 10_000, 500);
    }
    try (LogSink all = fixture.withMaxBytes(2 << 20).read()) {
      assertThat(RingFixture.readAll(all)).hasSize(10_000);
    }
    try (LogSink again = fixture.own()) {
      List<LogEntry> left = RingFixture.readAll(again);
      assertThat(left.size()).isBetween(2_500, 4_000);
      assertThat(left.getLast().sequence()).isEqualTo(10_000);
      assertThat(again.stats().storedBytes()).isLessThanOrEqualTo(2 << 20);
    }
  }

  @Test
  void aFullDiskKeepsTheGenerationsAndTheRingGoesOn() throws Exception {
    assumeThat(Path.of("/dev/full")).as("a device that is always full").exists();
    LogSink sink = fixture.own();
    fixture.append(sink, "a", 3, 1);
    fixture.snapshot(sink);
    byte[] before = Files.readAllBytes(store.resolve("snapshot-00000001"));
    fixture.append(sink, "a", 3, 1);
    Files.createSymbolicLink(store.resolve("snapshot.tmp"), Path.of("/dev/full"));

    assertThatThrownBy(() -> fixture.snapshot(sink))
        .isInstanceOf(SinkFullException.class)
        .hasMessageContaining(store.toString())
        .hasMessageContaining("lower retention.max-bytes");
    assertThat(snapshots(store)).containsExactly("snapshot-00000001");
    assertThat(store.resolve("snapshot-00000001")).hasBinaryContent(before);
    fixture.append(sink, "a", 3, 1);
    assertThat(RingFixture.readAll(sink)).hasSize(9);
    sink.maintain(fixture.instant());
    assertThat(snapshots(store)).containsExactly("snapshot-00000001", "snapshot-00000002");
    sink.close();
  }

  @Test
  void aFullDiskAtTheEndLosesOnlyWhatNoSnapshotHas() throws Exception {
    assumeThat(Path.of("/dev/full")).as("a device that is always full").exists();
    LogSink sink = fixture.own();
    fixture.append(sink, "a", 3, 1);
    fixture.snapshot(sink);
    fixture.append(sink, "a", 3, 1);
    Files.createSymbolicLink(store.resolve("snapshot.tmp"), Path.of("/dev/full"));

    assertThatThrownBy(sink::close).isInstanceOf(SinkFullException.class);
    sink.close();
    try (LogSink again = fixture.own()) {
      assertThat(RingFixture.readAll(again)).hasSize(3);
      assertThat(gaps(again)).isNotEmpty();
      fixture.append(again, "a", 1, 1);
      assertThat(RingFixture.readAll(again).getLast().sequence()).isGreaterThan(6);
    }
  }

  @Test
  void anUnfinishedSnapshotIsNoneAndIsRemoved() throws Exception {
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 3, 1);
    }
    Files.writeString(store.resolve("snapshot.tmp"), "half of");
    try (LogSink again = fixture.own()) {
      assertThat(RingFixture.readAll(again)).hasSize(3);
      assertThat(snapshots(store)).containsExactly("snapshot-00000001");
    }
  }

  @Test
  void cannotBeReadBesideItsOwner() throws Exception {
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 3, 1);
      assertThatThrownBy(fixture::read)
          .isInstanceOf(SinkUnavailableException.class)
          .hasMessageContaining("in the memory of the owner, this process")
          .hasMessageContaining("ask that process");
    }
    try (LogSink reader = fixture.read()) {
      assertThat(RingFixture.readAll(reader)).hasSize(3);
    }
  }
}
