package io.logsink.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.query.RecordPredicate;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random stores, read page by page in both directions while more is appended, compared with a model
 * that has everything in memory and takes the head that comes first, one after the other.
 */
final class MergeModelTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());
  private static final int RUN_COUNT = Integer.getInteger("logsink.runs", 2_000);
  private static final List<String> NAMES = List.of("lmdb", "ring", "rotfile", "sqlite");
  private static final List<Source> SOURCES = List.of(Source.of("a"), Source.of("b"));

  private final Random random = new Random(SEED);
  private final SortedMap<String, MemorySink> sinks = new TreeMap<>();
  private long clock;
  private int recordCount;

  @Test
  void pagesJoinToTheMergeOfAllSinks() throws Exception {
    for (int run = 0; run < RUN_COUNT; run++) {
      makeSinks();
      readAll("logsink.seed=%d, run %d".formatted(SEED, run));
    }
  }

  private void makeSinks() {
    sinks.clear();
    clock = 1_000;
    int count = 1 + random.nextInt(NAMES.size());
    for (String name : NAMES.subList(0, count)) {
      MemorySink sink = new MemorySink();
      sink.patience = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : Integer.MAX_VALUE;
      sinks.put(name, sink);
    }
    append(random.nextInt(30));
  }

  /** Clocks mostly go on, stand still, or step back. */
  private void append(int count) {
    List<MemorySink> all = List.copyOf(sinks.values());
    for (int i = 0; i < count; i++) {
      clock += random.nextInt(10) == 0 ? -random.nextInt(50) : random.nextInt(3);
      LogRecord record =
          LogRecord.of(
              EpochNanos.toInstant(clock),
              SOURCES.get(random.nextInt(SOURCES.size())),
              LogBody.of("record " + recordCount++));
      all.get(random.nextInt(all.size())).add(record, 1 + random.nextInt(2));
    }
  }

  private void readAll(String name) throws Exception {
    MergedReader reader = MergedReader.of(sinks);
    LogQuery query = query();
    Model model = new Model(query);
    MergedPage page = reader.read(query);
    model.check(page, name);
    int appendsLeft = 3;
    while (page.more() || appendsLeft > 0) {
      if (random.nextInt(3) == 0 && appendsLeft-- > 0) {
        append(random.nextInt(10));
      }
      MergedCursor cursor = MergedCursor.parse(page.cursor().toString());
      page = reader.readAfter(cursor, query);
      model.check(page, name);
    }
  }

  private LogQuery query() {
    LogFilter filter =
        random.nextBoolean() ? LogFilter.all() : LogFilter.sources(SOURCES.getFirst().name());
    Direction direction = random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    Position position =
        switch (random.nextInt(3)) {
          case 0 -> Position.oldest();
          case 1 -> Position.newest();
          default -> new Position.At(1_000 + random.nextInt(60));
        };
    return new LogQuery(filter, position, direction, 1 + random.nextInt(8));
  }

  /** What has to come next, whatever the pages are. */
  private final class Model {
    private final LogQuery query;
    private final boolean forward;
    private final RecordPredicate predicate;

    /** The sequence up to which each sink was given out, in the direction of the query. */
    private final Map<String, Long> passed = new TreeMap<>();

    Model(LogQuery query) {
      this.query = query;
      this.forward = query.direction() == Direction.FORWARD;
      this.predicate = query.filter().predicate();
      sinks.forEach((name, sink) -> passed.put(name, start(sink.entries())));
    }

    /** The place before the first entry that counts. */
    private long start(List<LogEntry> entries) {
      long end = entries.isEmpty() ? 0 : entries.getLast().sequence();
      return switch (query.position()) {
        case Position.Oldest() -> 0L;
        case Position.Newest() -> forward ? end : end + 1;
        case Position.At(long nanos) when forward ->
            entries.stream()
                .filter(entry -> entry.record().timestampNanos() >= nanos)
                .mapToLong(entry -> entry.sequence() - 1)
                .findFirst()
                .orElse(end);
        case Position.At(long nanos) ->
            entries.reversed().stream()
                .filter(entry -> entry.record().timestampNanos() <= nanos)
                .mapToLong(entry -> entry.sequence() + 1)
                .findFirst()
                .orElse(0);
        case Position.After after -> throw new AssertionError(after);
      };
    }

    void check(MergedPage page, String name) {
      List<MergedEntry> expected = expected();
      int size = page.entries().size();
      assertThat(page.entries())
          .as("%s, %s", name, query)
          .isEqualTo(expected.subList(0, Math.min(size, expected.size())));
      boolean patient =
          sinks.values().stream().allMatch(sink -> sink.patience == Integer.MAX_VALUE);
      if (patient) {
        assertThat(size)
            .as("%s, %s", name, query)
            .isEqualTo(Math.min(query.limit(), expected.size()));
      }
      if (!page.more()) {
        assertThat(size).as("%s, %s: the last page", name, query).isEqualTo(expected.size());
      }
      assertThat(page.gaps()).as(name).isEmpty();
      page.entries().forEach(entry -> passed.put(entry.sink(), entry.entry().sequence()));
    }

    private List<MergedEntry> expected() {
      List<Rest> rests = new ArrayList<>();
      sinks.forEach((name, sink) -> rests.add(new Rest(name, rest(name, sink.entries()))));
      List<MergedEntry> merged = new ArrayList<>();
      while (rests.stream().anyMatch(Rest::hasHead)) {
        merged.add(rests.stream().filter(Rest::hasHead).min(this::compare).orElseThrow().take());
      }
      return merged;
    }

    private Deque<LogEntry> rest(String name, List<LogEntry> entries) {
      Deque<LogEntry> rest = new ArrayDeque<>();
      long place = passed.getOrDefault(name, -1L);
      for (LogEntry entry : forward ? entries : entries.reversed()) {
        boolean ahead = forward ? entry.sequence() > place : entry.sequence() < place;
        if (ahead && predicate.test(entry.record())) {
          rest.add(entry);
        }
      }
      return rest;
    }

    private int compare(Rest one, Rest other) {
      int byTime = Long.compare(one.nanos(), other.nanos());
      int order = byTime == 0 ? one.sink().compareTo(other.sink()) : byTime;
      return forward ? order : -order;
    }
  }

  /** What a sink has ahead. */
  private record Rest(String sink, Deque<LogEntry> entries) {
    boolean hasHead() {
      return !entries.isEmpty();
    }

    long nanos() {
      return entries.element().record().timestampNanos();
    }

    MergedEntry take() {
      return new MergedEntry(sink, entries.remove());
    }
  }
}
