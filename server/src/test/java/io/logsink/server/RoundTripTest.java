package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogRecord;
import io.logsink.pipeline.route.MergedEntry;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.server.client.RpcClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes through the client and the server comes out as it went in. */
final class RoundTripTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());
  private static final String NAME = "logsink.seed=" + SEED;

  @TempDir Path folder;

  @Test
  void everyFieldAndByteOfARecordComesBackOverBothWays() throws Exception {
    RandomThings random = new RandomThings(SEED);
    try (Rig rig = new Rig(folder)) {
      List<LogRecord> records = new ArrayList<>();
      for (RpcClient client : rig.clients()) {
        List<LogRecord> more = random.records(150);
        client.insert(more);
        records.addAll(more);
      }
      rig.drain();
      for (RpcClient client : rig.clients()) {
        assertThat(records(readAll(client, LogQuery.oldest(70)))).as(NAME).isEqualTo(records);
      }
    }
  }

  @Test
  void pagesAreThoseOfTheReader() throws Exception {
    RandomThings random = new RandomThings(SEED);
    try (Rig rig = new Rig(folder)) {
      rig.store(random.records(200).toArray(LogRecord[]::new));
      MergedReader reader = rig.pipeline.reader();
      for (int i = 0; i < 200; i++) {
        LogQuery query = random.query();
        MergedPage page = reader.read(query);
        assertThat(rig.onSocket.read(query)).as("%s, %s", NAME, query).isEqualTo(page);
        assertThat(rig.onPort.readAfter(page.cursor(), query))
            .as("%s, %s", NAME, query)
            .isEqualTo(reader.readAfter(page.cursor(), query));
      }
    }
  }

  @Test
  void histogramsAreThoseOfTheReader() throws Exception {
    try (Rig rig = new Rig(folder)) {
      for (int i = 0; i < 100; i++) {
        rig.pipeline.emit(Rig.record("rpc", "line " + i));
      }
      rig.drain();
      for (Duration bucket : List.of(Duration.ofMinutes(1), Duration.ofNanos(1_234_567))) {
        LogHistogram histogram = rig.onSocket.histogram(LogFilter.words("line"), bucket);
        assertThat(histogram.totalCount()).isEqualTo(100);
        assertThat(histogram)
            .isEqualTo(rig.pipeline.reader().histogram(LogFilter.words("line"), bucket));
      }
    }
  }

  @Test
  void pagesOfLongBodiesComeWhole() throws Exception {
    try (Rig rig = new Rig(folder)) {
      String zeros = "\0".repeat(900_000);
      for (int i = 0; i < 8; i++) {
        rig.store(Rig.record("pty:big", i + zeros));
      }
      assertThat(records(readAll(rig.onSocket, LogQuery.oldest(100))))
          .extracting(record -> record.body().length())
          .containsOnly(900_001)
          .hasSize(8);
    }
  }

  private static List<MergedEntry> readAll(RpcClient client, LogQuery query) throws Exception {
    MergedPage page = client.read(query);
    List<MergedEntry> entries = new ArrayList<>(page.entries());
    while (page.more()) {
      page = client.readAfter(page.cursor(), query);
      entries.addAll(page.entries());
    }
    return entries;
  }

  private static List<LogRecord> records(List<MergedEntry> entries) {
    return entries.stream().map(entry -> entry.entry().record()).toList();
  }

  @Test
  void aQuestionAsksInEitherDirectionFromEitherEnd() throws Exception {
    try (Rig rig = new Rig(folder)) {
      rig.store(Rig.record("rpc", "one"), Rig.record("rpc", "two"));
      for (Position position : List.of(Position.oldest(), Position.newest())) {
        for (Direction direction : Direction.values()) {
          LogQuery query = LogQuery.oldest(10).from(position).towards(direction);
          assertThat(rig.onPort.read(query)).isEqualTo(rig.pipeline.reader().read(query));
        }
      }
    }
  }
}
