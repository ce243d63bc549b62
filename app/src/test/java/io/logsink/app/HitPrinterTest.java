package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.app.entry.EntryWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class HitPrinterTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());

  @Test
  void printsHitsAloneWhenNoContextIsAskedFor() throws Exception {
    assertThat(print(9, Direction.FORWARD, 0, 0, 2, 3, 7)).isEqualTo("2: 3: 7:");
  }

  @Test
  void printsNeighboursAroundAHit() throws Exception {
    assertThat(print(9, Direction.FORWARD, 2, 1, 5)).isEqualTo("3- 4- 5: 6-");
  }

  @Test
  void printsNoNeighboursBeyondTheEnds() throws Exception {
    assertThat(print(3, Direction.FORWARD, 5, 5, 1, 3)).isEqualTo("1: 2- 3:");
  }

  @Test
  void separatesRunsThatDoNotTouch() throws Exception {
    assertThat(print(9, Direction.FORWARD, 1, 1, 2, 6)).isEqualTo("1- 2: 3- -- 5- 6: 7-");
  }

  @Test
  void joinsRunsThatTouchOrOverlap() throws Exception {
    assertThat(print(9, Direction.FORWARD, 1, 1, 2, 5)).isEqualTo("1- 2: 3- 4- 5: 6-");
    assertThat(print(9, Direction.FORWARD, 2, 2, 3, 5)).isEqualTo("1- 2- 3: 4- 5: 6- 7-");
  }

  @Test
  void newestFirstIsTheMirrorImage() throws Exception {
    assertThat(print(9, Direction.BACKWARD, 1, 2, 8, 3)).isEqualTo("9- 8: 7- 6- -- 4- 3: 2- 1-");
  }

  @Test
  void printsWhatGrepWouldForAnyHitsAndContext() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      int count = 1 + random.nextInt(30);
      Set<Long> hits = new TreeSet<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        hits.add(1L + random.nextInt(count));
      }
      int lead = random.nextInt(4);
      int trail = random.nextInt(4);
      long[] asked = hits.stream().mapToLong(Long::longValue).toArray();

      assertThat(print(count, Direction.FORWARD, lead, trail, asked))
          .as("logsink.seed=%d, round %d", SEED, round)
          .isEqualTo(model(count, hits, lead, trail));
    }
  }

  /** Marks what is to be printed, then prints it. */
  private static String model(int count, Set<Long> hits, int lead, int trail) {
    Set<Long> printed = new TreeSet<>();
    for (long hit : hits) {
      LongStream.rangeClosed(Math.max(1, hit - lead), Math.min(count, hit + trail))
          .forEach(printed::add);
    }
    List<String> words = new ArrayList<>();
    long last = 0;
    for (long sequence : printed) {
      if (last > 0 && sequence > last + 1 && lead + trail > 0) {
        words.add("--");
      }
      words.add(sequence + (hits.contains(sequence) ? ":" : "-"));
      last = sequence;
    }
    return String.join(" ", words);
  }

  private static String print(int count, Direction direction, int lead, int trail, long... hits)
      throws Exception {
    List<LogEntry> entries =
        LongStream.rangeClosed(1, count).mapToObj(HitPrinterTest::entry).toList();
    Words words = new Words(new ArrayList<>());
    HitPrinter printer =
        new HitPrinter(
            new ListReader(entries),
            words,
            new HitPrinter.Context(LogFilter.all(), direction, lead, trail));
    for (long hit : hits) {
      printer.print(entry(hit));
    }
    printer.end();
    return String.join(" ", words.words());
  }

  private static LogEntry entry(long sequence) {
    return new LogEntry(
        sequence, LogRecord.of(Instant.EPOCH, Source.of("s"), LogBody.of("line " + sequence)));
  }

  private record Words(List<String> words) implements EntryWriter {
    @Override
    public void hit(LogEntry entry) {
      words.add(entry.sequence() + ":");
    }

    @Override
    public void context(LogEntry entry) {
      words.add(entry.sequence() + "-");
    }

    @Override
    public void separator() {
      words.add("--");
    }
  }
}
