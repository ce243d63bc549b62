package io.logsink.bench.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.decide.report.DecisionText;
import io.logsink.bench.decide.rule.Answer;
import io.logsink.bench.decide.rule.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of {@code docs/decide.md}, on both sides of each of its thresholds. */
final class DeciderTest {
  private static final String DELETE = "logsink.sqlite.journal-mode = delete, ";

  /**
   * Rule and what else of the manual it shows, config, producers, stores, answers; see {@link
   * Situation}. What is not said is the default: sqlite-wal, three times the peak, with readers.
   * {@code ALL} is that nothing may be lost.
   */
  private static final String TABLE =
      """
      E1 | | | sqlite-wal=4500 | NOT_ENOUGH_EVIDENCE
      E2 | | a=1500 | | NOT_ENOUGH_EVIDENCE a:NOT_ENOUGH_EVIDENCE
      E3 | | a=1500 | sqlite-wal=4500+other | OTHER_HOST a:OTHER_HOST
      K1 | | a=1500 | sqlite-wal=4500+other sqlite-wal=4500 | KEEP a:KEEP
      E3 | | a=1500 | sqlite-wal=4500+other lmdb=9000 sqlite-delete=100 sqlite-wal?100 | OTHER_HOST
      E4 | | a=1500 | lmdb=9000 | NOT_ENOUGH_EVIDENCE a:NOT_ENOUGH_EVIDENCE
      E4 H7 | DELETE | a=1500 | sqlite-wal=9000 | NOT_ENOUGH_EVIDENCE
      E4 | | a=1500 | sqlite-wal?4500 | NOT_ENOUGH_EVIDENCE
      E4 | | a=1500 | sqlite-wal=4500 sqlite-wal!4500 | NOT_ENOUGH_EVIDENCE
      E4 | | a=1500 | sqlite-wal=0 | NOT_ENOUGH_EVIDENCE
      E4 H5 | | a=1500 | sqlite-wal=4500+alone | NOT_ENOUGH_EVIDENCE
      E4 H6 | | a=1500 | sqlite-wal=4500+late | NOT_ENOUGH_EVIDENCE
      E4 | ROUTED | a=1500 b=10 | sqlite-wal=4500 | NOT_ENOUGH_EVIDENCE a:KEEP b:NOT_ENOUGH_EVIDENCE
      E5 | | a=1500 | sqlite-wal=4500 | NOT_ENOUGH_EVIDENCE | 1
      K1 | | a=1500 | sqlite-wal=4500 | KEEP | 0
      M1 | | a=1500 | sqlite-wal=4499 lmdb=9000 | MOVE | 1
      E6 | | a=1500 | sqlite-wal>=4499 lmdb=9000 | NOT_ENOUGH_EVIDENCE a:NOT_ENOUGH_EVIDENCE
      K1 | | a=1500 | sqlite-wal>=4500 lmdb=9000 | KEEP
      M1 | ROUTED | a=1500 b=1 | sqlite-wal=4499 ring>=100 lmdb=9000 | MOVE a:MOVE b:KEEP
      E7 | DAY=100MB | a=1500 | sqlite-wal=4500 | NOT_ENOUGH_EVIDENCE
      K1 | | a=1500 | sqlite-wal=4500 | KEEP a:KEEP
      N1 | ALL | a=1500 | sqlite-wal=4499 | NOTHING_HELPS a:NOTHING_HELPS
      K1 | HEADROOM=1 | a=1500 | sqlite-wal=1500 | KEEP
      N1 | ALL, HEADROOM=1 | a=1500 | sqlite-wal=1499 | NOTHING_HELPS
      K1 H1 | | a=1000 b=500 | sqlite-wal=4500 | KEEP
      N1 H1 | ALL | a=1000 b=501 | sqlite-wal=4500 | NOTHING_HELPS
      K1 H2 | | a=1500/100 | sqlite-wal=4500 | KEEP
      N1 H2 | ALL | a=1500/101 | sqlite-wal=4500 | NOTHING_HELPS
      K1 H2 | | a=1500/10 | sqlite-wal=4500 | KEEP
      N1 H2 | ALL | a=1500/10 | sqlite-wal=4499 | NOTHING_HELPS
      K1 H5 | READERS=false | a=1500 | sqlite-wal=4500+alone | KEEP
      K1 H5 | READERS=false | a=1500 | sqlite-wal=4500 | KEEP
      K1 H5 | READERS=false | a=1500 | sqlite-wal=1000 sqlite-wal=4500+alone | KEEP
      K1 H6 | LATE=2s | a=1500 | sqlite-wal=4500+late | KEEP
      E4 H6 | LATE=1999ms | a=1500 | sqlite-wal=4500+late | NOT_ENOUGH_EVIDENCE
      N1 H4 | ALL | a=1500 | sqlite-wal=9000 sqlite-wal=4499 | NOTHING_HELPS
      K1 H4 | | a=1500 | sqlite-wal=9000 sqlite-wal=4500 | KEEP
      K1 H4 | | a=1500 | sqlite-wal>=4500 sqlite-wal>=100 | KEEP
      K1 H3 | ROUTED | a=1000 b=500 | sqlite-wal=4500 ring=4500 | KEEP
      N1 H3 | ALL, ROUTED | a=1000 b=501 | sqlite-wal=4500 ring=4500 | NOTHING_HELPS
      S1 | DELETE | a=1500 b=1 | sqlite-delete=4499 sqlite-wal=9000 lmdb=90000 | SPEED_UP a:SPEED_UP b:SPEED_UP
      K1 H7 | DELETE | a=1500 | sqlite-delete=4500 sqlite-wal=9000 | KEEP
      S1 | DELETE | a=1500 | sqlite-delete=1000 sqlite-wal=4500 lmdb=90000 | SPEED_UP
      M1 | DELETE | a=1500 | sqlite-delete=1000 sqlite-wal=4499 lmdb=90000 | MOVE
      N1 | ALL | a=1500 | sqlite-wal=4499 sqlite-delete=9000 | NOTHING_HELPS
      S1 | ANY | a=1500 | sqlite-wal=4499 sqlite-delete=9000 | SPEED_UP
      R1 | | a=1500~service b=10 | sqlite-wal=4499 lmdb=90000 | REDUCE a:REDUCE b:KEEP
      M1 | NEVER | a=1500~service b=10 | sqlite-wal=4499 lmdb=90000 | MOVE a:MOVE b:KEEP
      M1 | | a=1500 b=10~service | sqlite-wal=4499 lmdb=90000 | MOVE a:MOVE b:KEEP
      M1 | | a=1500~text | sqlite-wal=4499 lmdb=90000 | MOVE
      R1 | | a=1500~service b=1400 | sqlite-wal=4500 lmdb=90000 | REDUCE a:REDUCE b:KEEP
      R1 | | a=1500~service b=1400~service | sqlite-wal=300 lmdb=90000 | REDUCE a:REDUCE b:REDUCE
      M1 | | a=1400~service b=1700 | sqlite-wal=4500 lmdb=90000 | MOVE a:KEEP b:MOVE
      M1 | ALL | a=1000 b=600 | sqlite-wal=3000 lmdb=30000 | MOVE a:MOVE b:KEEP
      M1 | ALL | a=1000 b=1000 | sqlite-wal=3000 lmdb=30000 | MOVE a:MOVE b:MOVE
      M1 | ALL | a=1000 | sqlite-wal=2000 lmdb=3000 | MOVE
      N1 | ALL | a=1000 | sqlite-wal=2000 lmdb=2999 | NOTHING_HELPS
      M1 | ALL | a=1000 | sqlite-wal=2000 lmdb>=3000 | MOVE
      M1 | ALL, ANY | a=1000 b=10 | sqlite-wal=0 lmdb=30000 | MOVE a:MOVE b:MOVE
      N1 | ALL, ANY | a=1000 b=10 | sqlite-wal=0 | NOTHING_HELPS
      N1 | ALL | a=1000 | sqlite-wal=9000 sqlite-wal=0 | NOTHING_HELPS
      K1 R1 | MERGED | a=1500~service | sqlite-wal=4499 lmdb=90000 | KEEP
      K1 R2 | LIMITED=500 | a=1500 | sqlite-wal=1500 lmdb=90000 | KEEP
      M1 R2 | LIMITED=501 | a=1500 | sqlite-wal=1500 lmdb=90000 | MOVE
      M1 R1 | MERGED | a=1500 | sqlite-wal=4499 lmdb=90000 | MOVE
      N1 | ALL | a=1000 | sqlite-wal=2000 lmdb?3000 | NOTHING_HELPS
      N1 | ALL | a=1000 | sqlite-wal=2000 lmdb!3000 | NOTHING_HELPS
      N1 | ALL | a=1000 | sqlite-wal=2000 lmdb=3000+other | NOTHING_HELPS
      N1 D1 | ALL | a=1000 | sqlite-wal=2000 ring=90000 | NOTHING_HELPS
      M1 D1 | ALL, ANY | a=1000 | sqlite-wal=2000 ring=90000 | MOVE
      M1 | ALL, ANY | a=1000 | sqlite-wal=2000 ring=90000 lmdb=3000 | MOVE a:MOVE->lmdb
      M1 | ALL, ANY | a=1000 | sqlite-wal=2000 ring=90000 lmdb=2999 | MOVE a:MOVE->ring
      M1 | ALL | a=1000 | sqlite-wal=2000 rotfile=3100 lmdb=3000 | MOVE a:MOVE->rotfile
      N1 D1 | STRICT | a=1000 | sqlite-wal=3000 lmdb=3000 sqlite-delete=9000 | NOTHING_HELPS
      S1 D1 | DELETE, POWER | a=1000 | sqlite-delete=9000 sqlite-wal=3000 | SPEED_UP
      M1 D1 | DELETE, POWER | a=1000 | sqlite-delete=9000 lmdb=3000 | MOVE
      K1 D1 | POWER | a=1000 | sqlite-wal=3000 | KEEP
      M1 | ROUTED, ALL, ANY | a=1500 b=1500 | sqlite-wal=4500 ring=9000 | MOVE a:MOVE->ring b:KEEP
      R2 | | a=1000 | sqlite-wal=1500 | REDUCE a:REDUCE
      N1 | | a=1000 | sqlite-wal=1499 | NOTHING_HELPS
      R2 | MOSTLOST=1 | a=1000 | sqlite-wal=100 | REDUCE
      N1 | MOSTLOST=0 | a=1000 | sqlite-wal=2999 | NOTHING_HELPS
      R2 | | a=1000 b=100 | sqlite-wal=1800 | REDUCE a:REDUCE b:KEEP
      R2 | | a=1000 b=900 | sqlite-wal=2850 | REDUCE a:REDUCE b:REDUCE
      R2 | NEVER | a=1000 b=400 | sqlite-wal=3600 | REDUCE a:KEEP b:REDUCE
      N1 | NEVER | a=1000 b=400 | sqlite-wal=3599 | NOTHING_HELPS
      X1 | DELETE | a=1000 | sqlite-delete=100 sqlite-wal=1500 | REDUCE
      X1 | | a=1000 | sqlite-wal=1000 lmdb=1500 | MOVE a:MOVE
      N1 | | a=1000 | sqlite-wal=1000 lmdb=1499 | NOTHING_HELPS
      N1 | DELETE | a=1000 | sqlite-delete=100 sqlite-wal=1499 | NOTHING_HELPS
      K1 D2 | DAY=2592000kB | a=1500 | sqlite-wal=4500+disk | KEEP
      N1 D2 | DAY=2591999kB | a=1500 | sqlite-wal=4500+disk | NOTHING_HELPS
      K1 D2 | DAY=2592MB, KEPT=5184MB | a=1500 | sqlite-wal=4500+disk | KEEP
      N1 D2 | ALL, DAY=2592MB, KEPT=5183MB | a=1500 | sqlite-wal=4500+disk | NOTHING_HELPS
      N1 | ALL | a=1500 | sqlite-wal=4499 lmdb=4499 | NOTHING_HELPS
      N1 | ALL, DAY=9GB | a=1500 | sqlite-wal=4499+disk lmdb=9000 | NOTHING_HELPS
      M1 | ALL, DAY=9GB | a=1500 | sqlite-wal=4499+disk lmdb=9000+disk | MOVE
      K1 | MEMORY=10MiB | a=1500 | sqlite-wal=4500 | KEEP
      N1 | MEMORY=10485759 | a=1500 | sqlite-wal=4500 | NOTHING_HELPS
      M1 | ALL, MEMORY=10MiB | a=1500 | sqlite-wal=4000 lmdb=9000 | MOVE
      N1 | ALL, MEMORY=10MiB | a=1500 b=1200 | sqlite-wal=4500 lmdb=90000 | NOTHING_HELPS
      M1 | ALL, MEMORY=20MiB | a=1500 b=1200 | sqlite-wal=4500 lmdb=30000 | MOVE a:MOVE b:KEEP
      M1 | ALL, ANY, KEEP=4473s | a=1500 | sqlite-wal=4499 ring=90000 | MOVE
      N1 | ALL, ANY, KEEP=4474s | a=1500 | sqlite-wal=4499 ring=90000 | NOTHING_HELPS
      """;

  /**
   * A row.
   *
   * @param rule what the total is decided by
   * @param config the config
   * @param producers who produces
   * @param stores what was measured
   * @param answers in total, and of some sources: {@code MOVE a:MOVE->lmdb b:KEEP}
   * @param overflowed how many records overflowed
   */
  record Row(
      String rule,
      String config,
      String producers,
      String stores,
      String answers,
      long overflowed) {
    static Row of(String line) {
      List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      return new Row(
          cells.get(0).replaceFirst(" .*", ""),
          configOf(cells.get(1)),
          cells.get(2),
          cells.get(3),
          cells.get(4),
          cells.size() > 5 ? Long.parseLong(cells.get(5)) : 0);
    }

    @Override
    public String toString() {
      return "%s: %s into %s, %s".formatted(rule, producers, stores, config);
    }
  }

  private static Set<String> names() {
    return TABLE
        .lines()
        .flatMap(line -> Stream.of(line.replaceFirst("\\|.*", "").strip().split(" ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String configOf(String words) {
    return Stream.of(words.split(",\\s*"))
        .map(DeciderTest::setting)
        .collect(Collectors.joining("\n"));
  }

  private static String setting(String word) {
    String value = word.replaceFirst("^[A-Z]+=?", "");
    String decide = "logsink.decide.";
    return switch (word.replaceFirst("=.*", "")) {
      case "" -> "";
      case "ALL" -> decide + "never-lose = [\"*\"]";
      case "NEVER" -> decide + "never-lose = [a]";
      case "DELETE" -> DELETE;
      case "ROUTED" -> "logsink.routes = [{ sources = b, backend = ring }]";
      case "ANY" -> decide + "durability = [{}]";
      case "POWER" -> decide + "durability = [{ on-sync = power-loss }]";
      case "STRICT" ->
          decide
              + "durability = [{ on-append = power-loss, on-sync = power-loss }]\n"
              + decide
              + "never-lose = [\"*\"]";
      case "MERGED" -> "logsink.pipeline.rules = [{ sources = a, coalesce-window = 10s }]";
      case "LIMITED" ->
          "logsink.pipeline.rules = [{ sources = a, rate { per-second-count = %d, burst-count = 1 } }]"
              .formatted(Long.parseLong(value) - 1);
      case "DAY" -> decide + "disk.max-day-bytes = " + value;
      case "KEPT" -> decide + "disk { max-bytes = %s, keep = 2d }".formatted(value);
      case "KEEP" -> decide + "disk.keep = " + value;
      case "MEMORY" -> decide + "max-memory-bytes = " + value;
      case "HEADROOM" -> decide + "headroom = " + value;
      case "READERS" -> decide + "readers = " + value;
      case "LATE" -> decide + "visible-p99 = " + value;
      case "MOSTLOST" -> decide + "most-lost = " + value;
      default -> throw new IllegalArgumentException(word);
    };
  }

  static Stream<Row> rows() {
    return TABLE.lines().map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void decidesByItsRules(Row row) throws Exception {
    Decision decision =
        Decider.decide(Situation.of(row.config(), row.producers(), row.stores(), row.overflowed()));
    List<String> answers = List.of(row.answers().split(" "));

    assertThat(decision.answer())
        .as(decision.sentence())
        .isEqualTo(Answer.valueOf(answers.getFirst()));
    assertThat(decision.rule()).as(decision.sentence()).isEqualTo(Rule.valueOf(row.rule()));
    assertThat(decision.sources().stream().flatMap(DeciderTest::words))
        .as(decision.sentence())
        .containsAll(answers.subList(1, answers.size()));
    assertThat(new DecisionText(decision).toString())
        .contains(decision.sentence())
        .doesNotContain("NaN")
        .doesNotContain("Infinity")
        .doesNotContain("null");
  }

  private static Stream<String> words(SourceDecision source) {
    String answer = source.source() + ":" + source.answer();
    return Stream.of(answer, answer + "->" + source.storeThen());
  }

  @Test
  void everyRuleHasRows() {
    assertThat(rows().map(row -> Rule.valueOf(row.rule()))).contains(Rule.values());
  }

  @Test
  void everyRuleIsInTheManualAndNoOther() throws Exception {
    Path page = Path.of(System.getProperty("logsink.root"), "docs", "decide.md");
    Set<String> documented =
        Pattern.compile("(?m)^\\| \\*\\*([A-Z]\\d)\\*\\* \\|")
            .matcher(Files.readString(page))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).containsExactlyElementsOf(names());
  }

  @Test
  void saysWhereItFlips() throws Exception {
    Decision kept = Decider.decide(Situation.of("", "a=1000 b=200", "sqlite-wal=4500", 0));
    Decision moved =
        Decider.decide(Situation.of("", "a=1000 b=800", "sqlite-wal=4500 lmdb=90000", 0));

    assertThat(kept.flips())
        .containsExactly(
            "It is no longer enough when the peak that comes into the stores is 1,500 records/s or"
                + " more (now 1,200 records/s), or when sqlite-wal holds 3,600 records/s (measured"
                + " 4,500 records/s) or less.");
    assertThat(kept.sources().getFirst().flips())
        .isEqualTo("a peak over 1,300 records/s, if the others stay");
    assertThat(moved.flips().getFirst())
        .contains("1,500 records/s or less (now 1,800 records/s)")
        .contains("sqlite-wal holds 5,400 records/s (measured 4,500 records/s) or more");
    assertThat(moved.sources().getFirst().flips())
        .isEqualTo("a peak of 700 records/s or less, if the others stay");
  }

  /** Just over what was said to flip it, it flips. */
  @Test
  void flipsThere() throws Exception {
    assertThat(answer("a=1300 b=200")).isEqualTo(Answer.KEEP);
    assertThat(answer("a=1301 b=200")).isNotEqualTo(Answer.KEEP);
    assertThat(answer("a=700 b=800")).isEqualTo(Answer.KEEP);
  }

  private static Answer answer(String producers) throws Exception {
    return Decider.decide(Situation.of("", producers, "sqlite-wal=4500", 0)).answer();
  }

  @Test
  void saysWhatItCostsAndWhatElseWouldDo() throws Exception {
    Decision decision =
        Decider.decide(
            Situation.of("", "a=1500~service", "sqlite-wal=3000+disk lmdb=90000+disk", 0));

    assertThat(decision.sentence())
        .startsWith("Reduce a by merging repeats. Now sqlite-wal holds 2 times");
    assertThat(decision.costs().getFirst()).contains("of 1,500 records/s are not stored");
    assertThat(decision.costs().get(1)).contains("a day instead of 2.6 GB");
    assertThat(decision.alternatives()).anyMatch(other -> other.startsWith("Move a to lmdb."));
    assertThat(decision.evidence()).extracting(evidence -> evidence.runId()).contains("run-1");
  }

  @Test
  void givesDurabilityUpOnlyWhereItIsToldTo() throws Exception {
    Decision decision =
        Decider.decide(
            Situation.of(configOf("ALL, ANY"), "a=1000", "sqlite-wal=2000 ring=90000", 0));

    assertThat(decision.sources().getFirst().costs())
        .isEqualTo(
            "durability is given up: VOLATILE when appended, VOLATILE when synced instead of"
                + " PROCESS_CRASH when appended, POWER_LOSS when synced");
  }

  @Test
  void saysThatItIsClose() throws Exception {
    String close = "It is close: ";

    assertThat(notes("sqlite-wal=4724")).anyMatch(note -> note.startsWith(close));
    assertThat(notes("sqlite-wal=4727")).noneMatch(note -> note.startsWith(close));
  }

  private static List<String> notes(String stores) throws Exception {
    return Decider.decide(Situation.of("", "a=1500", stores, 0)).notes();
  }

  @Test
  void saysWhyARunIsSetAside() throws Exception {
    assertThat(notes("sqlite-wal=4500+other"))
        .contains("Run-1 is set aside, it was measured on another host: cores 16 there, 2 here.");
  }

  @Test
  void answersHaveWords() {
    assertThat(
            Stream.of(Answer.values())
                .map(Answer::words)
                .map(word -> word.toLowerCase(Locale.ROOT)))
        .containsExactly(
            "keep",
            "speed up",
            "reduce",
            "move",
            "nothing helps",
            "measured on another host",
            "not enough evidence");
  }
}
