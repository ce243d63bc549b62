package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.record.LogRecord;
import io.logsink.bench.lines.Corpora;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.lines.WorkloadReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchTest {
  private static final int ROUNDS = 3;
  private static final Set<Metric> ONCE = Set.of(Metric.SEAL, Metric.SEALED);
  private static final Workload WORKLOAD = new Workload("a test", Records.many(900), 0, true);

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  @Test
  void measuresEveryBackendOfTheClassPathInEveryRound() throws Exception {
    List<Contender> contenders = Everyone.onTheClassPath();
    BenchResult result = run(contenders);

    assertThat(result.failures()).isEmpty();
    assertThat(result.roundCount()).isEqualTo(900);
    assertThat(result.results())
        .hasSameSizeAs(contenders)
        .allSatisfy(member -> {
          assertThat(member.readBack()).isEqualTo(new ReadBack(900, 900, 0));
          assertThat(member.figures()).containsKeys(Metric.APPEND_RECORDS, Metric.WORD_COMMON);
          assertThat(member.figures())
              .allSatisfy((metric, figure) ->
                  assertThat(figure.rounds()).hasSize(ONCE.contains(metric) ? 1 : ROUNDS));
          assertThat(member.engine()).isNotEmpty();
        });
  }

  @Test
  void whatHasWindowsIsAlsoWeighedSealed() throws Exception {
    assertThat(run(Everyone.onTheClassPath()).results())
        .filteredOn(member -> member.figure(Metric.SEALED).isPresent())
        .extracting(ContenderResult::label)
        .containsExactlyInAnyOrder("sqlite-wal", "sqlite-delete", "lmdb", "rotfile");
  }

  @Test
  void floorsAreAppendedToAndNotAsked() throws Exception {
    BenchResult result = run(Contenders.floors());

    assertThat(result.failures()).isEmpty();
    assertThat(result.results())
        .extracting(ContenderResult::label)
        .containsExactly("noop", "raw-file");
    assertThat(result.results().getFirst().figures())
        .containsKey(Metric.APPEND_P99)
        .doesNotContainKeys(Metric.WORD_RARE, Metric.DISK);
    long written = WORKLOAD.bodyBytes() + 900;
    assertThat(result.results().getLast().figure(Metric.DISK).orElseThrow().median())
        .isEqualTo((double) written / WORKLOAD.bodyBytes());
  }

  @Test
  void aContenderThatLosesARecordIsOutAndTheOthersGoOn() throws Exception {
    ListBackend forgetful = ListBackend.faulty("forgetful", all -> all.subList(0, all.size() - 1));
    BenchResult result =
        run(List.of(forgetful.contender(), ListBackend.honest("honest").contender()));

    assertThat(result.failures()).containsOnlyKeys("forgetful");
    assertThat(result.results()).extracting(ContenderResult::label).containsExactly("honest");
  }

  @Test
  void aContenderThatThrowsIsOutWithItsMessage() throws Exception {
    ListBackend broken =
        ListBackend.faulty(
            "broken",
            all -> {
              throw new IllegalStateException("no such luck");
            });

    assertThat(run(List.of(broken.contender())).failures()).containsEntry("broken", "no such luck");
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    run(Contenders.chosen(Everyone.onTheClassPath(), List.of("lmdb")));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void everyRoundBeginsWithAnotherContender() throws Exception {
    run(
        List.of(
            ListBackend.honest("a").contender(),
            ListBackend.honest("b").contender(),
            ListBackend.honest("c").contender()));

    assertThat(said)
        .containsExactly(
            "checking a",
            "checking b",
            "checking c",
            "round 1 of 3: a",
            "round 1 of 3: b",
            "round 1 of 3: c",
            "round 2 of 3: b",
            "round 2 of 3: c",
            "round 2 of 3: a",
            "round 3 of 3: c",
            "round 3 of 3: a",
            "round 3 of 3: b");
  }

  @Test
  void aDiskThatIsTooFullIsRefused() {
    assertThatThrownBy(() -> Bench.requireRoom(folder, Long.MAX_VALUE / 8))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder + " has ")
        .hasMessageContaining("--dir");
  }

  @Test
  void twoContendersOfOneNameAreRefused() {
    Contender one = ListBackend.honest("one").contender();

    assertThatThrownBy(() -> run(List.of(one, one))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void realLogsComeBackByteForByteFromEveryBackend() throws Exception {
    WorkloadReader reader = new WorkloadReader(Long.MAX_VALUE);
    reader.addStream("stdin", new ByteArrayInputStream(Corpora.tar()));
    List<LogRecord> records = reader.workload().records();
    Pass pass = new Pass(Batches.of(records, 10_000), Long.MAX_VALUE, List.of(), 0, true);

    for (Contender contender : Everyone.onTheClassPath()) {
      ReadBack back = pass.of(contender, folder.resolve(contender.label())).readBack();

      assertThat(back.appendedCount()).as(contender.label()).isEqualTo(records.size());
      assertThat(back.equalCount()).as(contender.label()).isPositive();
    }
  }

  private BenchResult run(List<Contender> contenders) throws IOException {
    BenchPlan plan = new BenchPlan(folder, ROUNDS, 100, Duration.ofSeconds(1), false);
    return new Bench(plan, WORKLOAD, contenders, (what, done, left) -> said.add(what)).run();
  }
}
