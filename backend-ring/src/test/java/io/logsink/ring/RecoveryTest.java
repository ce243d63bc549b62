package io.logsink.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the snapshots of a process that was killed, and of damaged ones. */
final class RecoveryTest {
  @TempDir Path folder;
  private RingFixture fixture;
  private Path store;

  @BeforeEach
  void nameStore() {
    store = folder.resolve("store");
    fixture = new RingFixture(store);
  }

  private static List<Gap> gaps(LogSink sink) throws LogSinkException {
    return RingFixture.gaps(sink, Position.oldest(), Direction.FORWARD);
  }

  /** The files that a process leaves behind that is killed now. */
  private RingFixture killed() throws IOException {
    Path copy = folder.resolve("killed");
    Files.createDirectory(copy);
    try (Stream<Path> files = Files.list(store)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return new RingFixture(copy);
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[(int) at] ^= 1;
    Files.write(file, content);
  }

  @Test
  void whoIsKilledHasTheLastSnapshotAndTellsTheRest() throws Exception {
    RingFixture copy;
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 3, 1);
      fixture.snapshot(sink);
      fixture.append(sink, "a", 2, 1);
      copy = killed();
    }
    try (LogSink again = copy.own()) {
      assertThat(RingFixture.bodies(again)).containsExactly("a 0 x", "a 1 x", "a 2 x");
      assertThat(gaps(again)).singleElement().satisfies(RecoveryTest::isWhatTheProcessTook);
      assertThat(again.histogram(LogFilter.all(), Duration.ofHours(1)).gaps())
          .singleElement()
          .satisfies(RecoveryTest::isWhatTheProcessTook);
      copy.append(again, "b", 1, 1);
    }
    try (LogSink third = copy.read()) {
      List<LogEntry> entries = RingFixture.readAll(third);
      assertThat(entries).hasSize(4);
      assertThat(entries.getLast().sequence()).isGreaterThan(5);
      assertThat(gaps(third)).singleElement().satisfies(RecoveryTest::isWhatTheProcessTook);
    }
  }

  @Test
  void whyIsRememberedAlsoWhenNothingFollows() throws Exception {
    RingFixture copy;
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 3, 1);
      fixture.snapshot(sink);
      fixture.append(sink, "a", 2, 1);
      copy = killed();
    }
    copy.own().close();
    try (LogSink again = copy.own()) {
      assertThat(gaps(again)).singleElement().satisfies(RecoveryTest::isWhatTheProcessTook);
    }
  }

  private static void isWhatTheProcessTook(Gap gap) {
    assertThat(gap.cause()).isEqualTo(Gap.Cause.DAMAGE);
    assertThat(gap.firstSequence()).isEqualTo(4);
    assertThat(gap.lastSequence()).isGreaterThanOrEqualTo(5);
    assertThat(gap.detail()).contains("the process ended");
  }

  @Test
  void whoIsKilledWithoutHavingAppendedLosesNothing() throws Exception {
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 3, 1);
    }
    RingFixture copy;
    try (LogSink _ = fixture.own()) {
      copy = killed();
    }
    try (LogSink again = copy.own()) {
      assertThat(RingFixture.readAll(again)).hasSize(3);
      assertThat(gaps(again)).isEmpty();
      assertThat(RingFixture.gaps(again, Position.after(new Cursor(2)), Direction.FORWARD))
          .isEmpty();
    }
  }

  @Test
  void ofADamagedGenerationTheOneBeforeHasWhatItKnew() throws Exception {
    List<LogEntry> stored;
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 1_000, 400);
      fixture.snapshot(sink);
      fixture.append(sink, "a", 1_000, 400);
      stored = RingFixture.readAll(sink);
    }
    assertThat(stored).hasSize(2_000);
    flip(store.resolve("snapshot-00000002"), 0);
    try (LogSink again = fixture.own()) {
      assertThat(RingFixture.readAll(again)).isEqualTo(stored.subList(0, 1_000));
      assertThat(gaps(again))
          .singleElement()
          .satisfies(gap -> assertThat(gap.cause()).isEqualTo(Gap.Cause.DAMAGE))
          .satisfies(gap -> assertThat(gap.firstSequence()).isEqualTo(1_001))
          .satisfies(gap -> assertThat(gap.lastSequence()).isEqualTo(2_000))
          .satisfies(gap -> assertThat(gap.detail()).contains("snapshot-00000002 is damaged"));
    }
  }

  @Test
  void everyDamagedPlaceOfTheNewestIsMendedOrTold() throws Exception {
    List<LogEntry> stored;
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 1_000, 400);
      fixture.snapshot(sink);
      fixture.append(sink, "a", 1_000, 400);
      stored = RingFixture.readAll(sink);
    }
    Path newest = store.resolve("snapshot-00000002");
    byte[] good = Files.readAllBytes(newest);
    for (int place = 0; place < good.length; place += good.length / 100) {
      flip(newest, place);
      assertMendedOrTold(stored, place);
      Files.write(newest, Arrays.copyOf(good, place));
      assertMendedOrTold(stored, place);
      Files.write(newest, good);
    }
  }

  private void assertMendedOrTold(List<LogEntry> stored, int place) throws LogSinkException {
    try (LogSink sink = fixture.read()) {
      Set<LogEntry> found = Set.copyOf(RingFixture.readAll(sink));
      List<Gap> gaps = gaps(sink);
      assertThat(found.containsAll(stored.subList(0, 1_000))).as("at %d", place).isTrue();
      assertThat(Set.copyOf(stored).containsAll(found)).as("at %d", place).isTrue();
      long lostCount =
          gaps.stream().mapToLong(gap -> gap.lastSequence() - gap.firstSequence() + 1).sum();
      assertThat(found.size() + lostCount).as("at %d", place).isEqualTo(2_000);
    }
  }

  @Test
  void whenNoGenerationCanBeReadAllIsToldAndTheStoreGoesOn() throws Exception {
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 10, 10);
      fixture.snapshot(sink);
      fixture.append(sink, "a", 10, 10);
    }
    flip(store.resolve("snapshot-00000001"), 20);
    flip(store.resolve("snapshot-00000002"), 20);
    try (LogSink again = fixture.own()) {
      assertThat(gaps(again))
          .singleElement()
          .satisfies(gap -> {
            assertThat(gap.firstSequence()).isEqualTo(1);
            assertThat(gap.lastSequence()).isEqualTo(20);
            assertThat(gap.detail()).contains("is damaged");
          });
      fixture.append(again, "a", 1, 1);
      assertThat(RingFixture.readAll(again).getFirst().sequence()).isEqualTo(21);
    }
  }

  @Test
  void aLossIsForgottenWhenWhatFollowsItGoes() throws Exception {
    RingFixture copy;
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 3, 1);
      copy = killed();
    }
    try (LogSink again = copy.own()) {
      copy.append(again, "a", 20_000, 500);
      assertThat(RingFixture.gaps(again, Position.after(new Cursor(0)), Direction.FORWARD))
          .singleElement()
          .satisfies(gap -> assertThat(gap.cause()).isEqualTo(Gap.Cause.RETENTION));
      assertThat(again.histogram(LogFilter.all(), Duration.ofHours(1)).gaps()).isEmpty();
    }
  }

  @Test
  void withoutItsManifestAStoreIsRefused() throws Exception {
    try (LogSink sink = fixture.own()) {
      fixture.append(sink, "a", 3, 1);
    }
    Files.delete(store.resolve("MANIFEST"));
    Files.delete(store.resolve("MANIFEST.copy"));

    assertThatThrownBy(fixture::own)
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("MANIFEST");
    assertThat(store.resolve("snapshot-00000001")).exists();
  }
}
