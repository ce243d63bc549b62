package io.logsink.bench.page;

import io.logsink.bench.Promise;
import io.logsink.bench.compare.ArmResult;
import io.logsink.bench.compare.CompareResult;
import io.logsink.bench.compare.Interval;
import io.logsink.bench.compare.NoiseFloor;
import io.logsink.bench.compare.PairResult;
import io.logsink.bench.compare.Verdict;
import io.logsink.bench.host.HostReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a comparison says, in sentences. */
record CompareVerdict(CompareResult result) {
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    result
        .failures()
        .forEach((label, failure) -> sentences.add("%s FAILED: %s".formatted(label, failure)));
    result.pairs().forEach(pair -> sentences.add(sentence(pair)));
    sentences.addAll(apart());
    result.noise().forEach(noise -> sentences.add(sentence(noise)));
    sentences.add(host());
    return sentences;
  }

  static String sentence(PairResult pair) {
    return switch (pair.verdict()) {
      case SECOND_SLOWER -> slower(pair.second(), pair.first(), pair.ratio(), pair.reason());
      case FIRST_SLOWER ->
          slower(pair.first(), pair.second(), pair.ratio().inverse(), pair.reason());
      case WITHIN_NOISE, CANNOT_TELL ->
          "%s and %s: %s; %s takes %s; %s"
              .formatted(
                  pair.first(),
                  pair.second(),
                  pair.verdict() == Verdict.WITHIN_NOISE ? "within noise" : "cannot tell",
                  pair.second(),
                  times(pair.ratio()),
                  pair.reason());
    };
  }

  private static String slower(String slow, String fast, Interval ratio, String reason) {
    return "%s is slower than %s: it takes %s, %s".formatted(slow, fast, times(ratio), reason);
  }

  private static String times(Interval ratio) {
    return String.format(
        Locale.ROOT,
        "%.3f times as long (%.3f to %.3f)",
        ratio.middle(),
        ratio.low(),
        ratio.high());
  }

  /** Who is not ranked against whom. */
  private List<String> apart() {
    Map<Promise, List<String>> byPromise = new TreeMap<>();
    for (ArmResult member : result.arms()) {
      if (!member.isFloor()) {
        byPromise.computeIfAbsent(member.promise(), key -> new ArrayList<>()).add(member.label());
      }
    }
    return byPromise.size() < 2
        ? List.of()
        : List.of(
            byPromise.entrySet().stream()
                .map(group -> "%s (%s)".formatted(labels(group.getValue()), group.getKey().text()))
                .collect(
                    Collectors.joining(
                        " | ",
                        "not ranked against each other, since they promise different things: ",
                        "")));
  }

  private static String labels(List<String> labels) {
    return String.join(", ", labels);
  }

  static String sentence(NoiseFloor noise) {
    return String.format(
        Locale.ROOT,
        "noise floor of %s, measured twice as if it were two: %s (%.3f to %.3f)",
        noise.label(),
        Words.percent(noise.factor() - 1),
        noise.ratio().low(),
        noise.ratio().high());
  }

  private String host() {
    return sentence(result.host());
  }

  static String sentence(HostReport host) {
    if (host.during().isEmpty()) {
      return "what else ran here is not known on this system";
    }
    String rounds = "%d of %d rounds disturbed".formatted(host.disturbedCount(), host.roundCount());
    if (!host.isBusy()) {
      return "the host was quiet: " + rounds;
    }
    return "the host was busy: %s; %s%s"
        .formatted(
            String.join("; ", host.complaints()),
            rounds,
            host.forced() ? "; compared all the same, because of --force" : "");
  }
}
