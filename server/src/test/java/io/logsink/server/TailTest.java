package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.query.LogFilter;
import io.logsink.api.record.LogRecord;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.server.client.RpcClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Following the log. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class TailTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int WRITER_COUNT = 4;
  private static final int RECORD_COUNT = 250;
  private static final int TAIL_COUNT = 40;

  @TempDir Path folder;

  @Test
  void withoutACursorATailStartsAtTheEnd() throws Exception {
    try (Rig rig = new Rig(folder)) {
      rig.store(Rig.record("rpc", "old"));
      MergedPage start = rig.onPort.tail(null, LogFilter.all(), 10, Duration.ZERO);
      assertThat(start.entries()).isEmpty();
      rig.store(Rig.record("rpc", "new"));
      MergedPage next = rig.onPort.tail(start.cursor(), LogFilter.all(), 10, LONG);
      assertThat(bodies(next)).containsExactly("new");
    }
  }

  @Test
  void aTailWaitsForWhatMatchesLongerThanAConnectionMayIdle() throws Exception {
    LimitSettings limits = Rig.quickLimits(10);
    try (Rig rig = new Rig(folder, settings -> settings.withLimits(limits), reader -> reader);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      MergedCursor start = rig.onPort.tail(null, LogFilter.all(), 10, Duration.ZERO).cursor();
      Duration wait = limits.idleTime().multipliedBy(2);
      Future<MergedPage> nothing =
          threads.submit(() -> rig.onSocket.tail(start, LogFilter.words("wanted"), 10, wait));
      rig.store(Rig.record("rpc", "other"));
      MergedPage page = nothing.get();
      assertThat(page.entries()).isEmpty();
      Future<MergedPage> something =
          threads.submit(() -> rig.onPort.tail(page.cursor(), LogFilter.words("wanted"), 10, LONG));
      rig.store(Rig.record("rpc", "wanted"));
      assertThat(bodies(something.get())).containsExactly("wanted");
    }
  }

  /**
   * The end of the wait and the end of the patience with an idle connection are the same moment.
   */
  @Test
  void tailsMayWaitJustAsLongAsAConnectionMayIdle() throws Exception {
    LimitSettings limits = Rig.quickLimits(TAIL_COUNT);
    try (Rig rig = new Rig(folder, settings -> settings.withLimits(limits), reader -> reader);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      MergedCursor start = rig.onPort.tail(null, LogFilter.all(), 10, Duration.ZERO).cursor();
      List<Future<MergedPage>> tails = new ArrayList<>();
      for (int i = 0; i < TAIL_COUNT; i++) {
        Duration wait = limits.idleTime().plusMillis(i);
        RpcClient client = rig.clients().get(i % 2);
        tails.add(threads.submit(() -> client.tail(start, LogFilter.all(), 10, wait)));
      }
      for (Future<MergedPage> tail : tails) {
        assertThat(tail.get().entries()).isEmpty();
      }
    }
  }

  @Test
  void tailsSeeAllThatIsInsertedMeanwhileOnceAndInOrder() throws Exception {
    try (Rig rig = new Rig(folder);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      MergedCursor start = rig.onPort.tail(null, LogFilter.all(), 1, Duration.ZERO).cursor();
      List<Future<List<String>>> tails = new ArrayList<>();
      for (RpcClient client : rig.clients()) {
        tails.add(threads.submit(() -> follow(client, start)));
      }
      List<Future<Void>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITER_COUNT; writer++) {
        writers.add(threads.submit(inserting(rig.clients().get(writer % 2), writer)));
      }
      for (Future<Void> writer : writers) {
        writer.get();
      }
      List<String> first = tails.getFirst().get();
      assertThat(first).doesNotHaveDuplicates().hasSize(WRITER_COUNT * RECORD_COUNT);
      for (int writer = 0; writer < WRITER_COUNT; writer++) {
        String name = writer + ":";
        assertThat(first.stream().filter(body -> body.startsWith(name)).toList())
            .isEqualTo(lines(writer).stream().map(record -> record.body().text()).toList());
      }
      assertThat(tails.getLast().get()).isEqualTo(first);
    }
  }

  private static List<LogRecord> lines(int writer) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < RECORD_COUNT; i++) {
      records.add(Rig.record("rpc:" + writer, writer + ":" + i));
    }
    return records;
  }

  private static Callable<Void> inserting(RpcClient client, int writer) {
    return () -> {
      for (LogRecord record : lines(writer)) {
        client.insert(List.of(record));
      }
      return null;
    };
  }

  private static List<String> follow(RpcClient client, MergedCursor start) throws Exception {
    List<String> bodies = new ArrayList<>();
    MergedCursor cursor = start;
    while (bodies.size() < WRITER_COUNT * RECORD_COUNT) {
      MergedPage page = client.tail(cursor, LogFilter.all(), 100, LONG);
      bodies.addAll(bodies(page));
      cursor = page.cursor();
    }
    return bodies;
  }

  private static List<String> bodies(MergedPage page) {
    return page.entries().stream().map(entry -> entry.entry().record().body().text()).toList();
  }

  @Test
  void closingLetsTailsAnswerAtOnce() throws Exception {
    try (Rig rig = new Rig(folder);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<MergedPage>> tails = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        RpcClient client = rig.clients().get(i % 2);
        tails.add(threads.submit(() -> client.tail(null, LogFilter.all(), 10, LONG)));
      }
      rig.awaitTails(10);
      rig.server.close();
      for (Future<MergedPage> tail : tails) {
        assertThat(tail.get().entries()).isEmpty();
      }
    }
  }

  @Test
  void oneTailTooManyIsTurnedAway() throws Exception {
    LimitSettings limits = Rig.quickLimits(2);
    try (Rig rig = new Rig(folder, settings -> settings.withLimits(limits), reader -> reader);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<MergedPage>> tails = new ArrayList<>();
      for (RpcClient client : rig.clients()) {
        tails.add(threads.submit(() -> client.tail(null, LogFilter.words("never"), 10, LONG)));
      }
      rig.awaitTails(2);
      assertThat(Raw.call(rig.port(), "logs.tail", "{}").errorCode()).isEqualTo(-32000);
      rig.onPort.insert(List.of(Rig.record("rpc", "others go on")));
      rig.server.close();
      for (Future<MergedPage> tail : tails) {
        assertThat(tail.get().entries()).isEmpty();
      }
    }
  }

  @Test
  void asManyTailsAsThereMayBeWaitBesideEverybodyElse() throws Exception {
    int count = LimitSettings.DEFAULT.maxTailCount();
    try (Rig rig = new Rig(folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MergedPage>> tails = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        RpcClient client = rig.clients().get(i % 2);
        tails.add(threads.submit(() -> client.tail(null, LogFilter.all(), 10, LONG)));
      }
      rig.awaitTails(count);
      rig.onPort.insert(List.of(Rig.record("rpc", "for all")));
      for (Future<MergedPage> tail : tails) {
        assertThat(bodies(tail.get())).containsExactly("for all");
      }
    }
  }

  @Test
  void clientsThatGoWhileTheyWaitCostNothingButTheirWait() throws Exception {
    LimitSettings limits = Rig.quickLimits(2);
    try (Rig rig = new Rig(folder, settings -> settings.withLimits(limits), reader -> reader)) {
      byte[] tail =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.tail\",\"params\":{\"wait_ms\":500}}"
              .getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 2; i++) {
        try (Raw raw = new Raw(rig.ways().get(i))) {
          raw.send(
              Raw.head(
                  "POST /rpc", tail.length, "Host: localhost", "Content-Type: application/json"));
          raw.send(tail);
          rig.awaitTails(1 + i);
        }
      }
      Await.until(
          "room for a tail again",
          () -> Raw.call(rig.port(), "logs.tail", "{\"wait_ms\":0}").json().has("result"));
    }
  }

  @Test
  void aTailCannotStandInABatch() throws Exception {
    try (Rig rig = new Rig(folder)) {
      Raw.Reply reply =
          Raw.post(rig.port(), "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logs.tail\"}]");
      assertThat(reply.json().get(0).get("error").get("code").intValue()).isEqualTo(-32600);
    }
  }
}
