package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Feature;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Kills a child that appends, opens its store, and compares; again and again on one store.
 *
 * <p>The child writes a line when an append has returned. Whatever lines reach the parent before
 * the pipe ends are acknowledgements. So after the kill the store must have those batches, in order
 * and whole, and may have the one after the last of them.
 */
final class CrashRounds {
  private static final int LONGEST_LIFE_MILLIS = 300;

  private final Fixture fixture;
  private final Random random = Fixture.random();
  private final boolean atomic;
  private final boolean durable;
  private Cursor known = new Cursor(0);
  private long knownCount;

  /**
   * Rounds that expect what was acknowledged when {@code durable}; else only that what is there is
   * right.
   */
  CrashRounds(Fixture fixture, boolean durable) {
    this.fixture = fixture;
    this.atomic = fixture.has(Feature.ATOMIC_BATCH);
    this.durable = durable;
  }

  /** An append that returned. */
  private record Acknowledged(int number, long firstSequence, long lastSequence) {
    static Acknowledged parse(String line) {
      String[] parts = line.split(" ");
      return new Acknowledged(
          Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
  }

  void run(int count) throws IOException, InterruptedException, LogSinkException {
    for (int round = 0; round < count; round++) {
      List<Acknowledged> acknowledged = appendAndKill(round);
      LogSink sink = fixture.own(StoreLimits.SMALL_WINDOWS);
      String how = "-Dlogsink.seed=%d, round %d".formatted(Fixture.SEED, round);
      if (durable) {
        check(sink, new CrashRecords(Fixture.SEED, round), acknowledged, how);
      } else {
        assertThat(Fixture.sequencesOf(Fixture.readAll(sink)))
            .as(how)
            .isSorted()
            .doesNotHaveDuplicates();
      }
      goOn(sink, acknowledged, how);
      sink.close();
    }
    if (durable) {
      assertThat(Fixture.readAll(fixture.own(StoreLimits.SMALL_WINDOWS)))
          .hasSize(Math.toIntExact(knownCount));
    }
  }

  private List<Acknowledged> appendAndKill(int round) throws IOException, InterruptedException {
    Process child = KitChild.start(fixture, "append", Fixture.SEED, round);
    try (BufferedReader lines = child.inputReader()) {
      List<Acknowledged> acknowledged = new ArrayList<>();
      String first = lines.readLine();
      assertThat(first).as("the first acknowledgement of a child").isNotNull();
      acknowledged.add(Acknowledged.parse(first));
      Thread.ofVirtual().start(() -> killAfter(child, random.nextInt(LONGEST_LIFE_MILLIS)));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(Acknowledged.parse(line));
      }
      return acknowledged;
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static void killAfter(Process child, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Process.destroyForcibly would close the pipe, with acknowledgements in it.
    child.toHandle().destroyForcibly();
  }

  private void check(
      LogSink sink, CrashRecords records, List<Acknowledged> acknowledged, String how)
      throws LogSinkException {
    List<LogEntry> fresh =
        LogPager.readAll(sink, LogQuery.oldest(10_000).from(Position.after(known)));
    int at = 0;
    for (Acknowledged batch : acknowledged) {
      LogBatch expected = records.batch(batch.number());
      assertThat(fresh.size())
          .as("%s: entries there, batch %s", how, batch)
          .isGreaterThanOrEqualTo(at + expected.size());
      List<LogEntry> found = fresh.subList(at, at + expected.size());
      assertThat(Fixture.recordsOf(found)).as("%s: %s", how, batch).isEqualTo(expected.records());
      assertThat(Fixture.sequencesOf(found))
          .as("%s: %s", how, batch)
          .isEqualTo(Fixture.range(batch.firstSequence(), batch.lastSequence()));
      at += expected.size();
    }
    checkRest(fresh.subList(at, fresh.size()), records.batch(acknowledged.size()).records(), how);
    knownCount += fresh.size();
  }

  /** The append that was under way. */
  private void checkRest(List<LogEntry> rest, List<LogRecord> underWay, String how) {
    if (!rest.isEmpty()) {
      assertThat(rest.size()).as("%s: entries beyond", how).isLessThanOrEqualTo(underWay.size());
      assertThat(Fixture.recordsOf(rest))
          .as("%s: entries beyond", how)
          .isEqualTo(underWay.subList(0, rest.size()));
      if (atomic) {
        assertThat(rest).as("%s: the batch under way, as a whole", how).hasSize(underWay.size());
      }
    }
  }

  /** The store takes more, behind everything that was ever acknowledged. */
  private void goOn(LogSink sink, List<Acknowledged> acknowledged, String how)
      throws LogSinkException {
    long sequence = fixture.append(sink, 1).firstSequence();
    assertThat(sequence).as(how).isGreaterThan(acknowledged.getLast().lastSequence());
    assertThat(sequence).as(how).isGreaterThan(known.sequence());
    known = new Cursor(sequence);
    knownCount++;
  }
}
