package io.logsink.bench.page;

import io.logsink.bench.load.IdCheck;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.SendResult;
import io.logsink.bench.report.Digits;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.SourceStats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a load says, in sentences. */
record LoadVerdict(LoadResult result) {
  /** Fewer of the records that were due than this share: the producers were the bound. */
  private static final double REACHED_SHARE = 0.98;

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    SendResult sent = result.sent();
    if (sent.reachedRate() < REACHED_SHARE * sent.dueRate()) {
      sentences.add(
          "the producers reached only %s of %s: nothing can be told of the store at the rate that was asked for"
              .formatted(Words.rate(sent.reachedRate()), Words.rate(sent.dueRate())));
    }
    sentences.add(dropped());
    sentences.add(latencies());
    sentences.add(sentence(result.ids()));
    result.ids().problems().stream().map("wrong: "::concat).forEach(sentences::add);
    return sentences;
  }

  private String dropped() {
    return "%s at %s of %s for %s: %s"
        .formatted(
            result.label(),
            Words.rate(result.plan().rate()),
            result.plan().workload().name(),
            Words.time(result.plan().workload().settings().duration()),
            drops());
  }

  private String drops() {
    long count = result.stretch().droppedCount();
    long before = result.droppedCount() - count;
    if (count == 0) {
      return before == 0
          ? "nothing was dropped"
          : "nothing was dropped; in the warm-up before it, %s were: %s"
              .formatted(Digits.whole(before), sources());
    }
    return "%s of %s records were dropped (%s); warm-up included: %s"
        .formatted(
            Digits.whole(count),
            Digits.whole(result.stretch().emittedCount()),
            Words.percent((double) count / result.stretch().emittedCount()),
            sources());
  }

  private String sources() {
    return result.sources().entrySet().stream()
        .filter(source -> source.getValue().stats().lost().recordCount() > 0)
        .map(source -> source.getKey().name() + " " + losses(source.getValue().stats()))
        .collect(Collectors.joining("; "));
  }

  /** What an account lost, by reason; nothing when it lost nothing. */
  static String losses(SourceStats account) {
    return Stream.of(Fate.values())
        .filter(fate -> fate.isLoss() && account.with(fate).recordCount() > 0)
        .map(fate -> fate.word() + " " + Digits.whole(account.with(fate).recordCount()))
        .collect(Collectors.joining(", "));
  }

  private String latencies() {
    String durable =
        result.durable().map(latency -> ", durable within " + Words.p99(latency)).orElse("");
    return "99 of 100 records were accepted within %s, visible within %s%s"
        .formatted(Words.p99(result.sent().accepted()), Words.p99(result.visible()), durable);
  }

  static String sentence(IdCheck ids) {
    String counts =
        "%s sent, %s stored, %s lost and counted"
            .formatted(
                Digits.whole(ids.sentCount()),
                Digits.whole(ids.storedCount()),
                Digits.whole(ids.lostCount()));
    String gone =
        ids.goneCount() == 0
            ? ""
            : "; retention has taken %s entries since, and %s records were read back"
                .formatted(Digits.whole(ids.goneCount()), Digits.whole(ids.readCount()));
    return ids.holds()
        ? "every record is accounted for: " + counts + gone
        : "NOT every record is accounted for: " + counts + gone;
  }
}
