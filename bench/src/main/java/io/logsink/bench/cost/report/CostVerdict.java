package io.logsink.bench.cost.report;

import io.logsink.bench.Figure;
import io.logsink.bench.cost.ContenderCosts;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.report.PromiseGroups;
import io.logsink.bench.stretch.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a measurement of costs comes to, in sentences: what failed, and of those who promise the
 * same, who takes the least. Floors store nothing that can be asked about, so they take no part.
 *
 * @param result the result
 */
record CostVerdict(CostResult result) {
  /** Of what the least is told, in the words of the sentence. */
  private static final Map<Measure, String> WORDS =
      new EnumMap<>(
          Map.of(
              Measure.DISK, "bytes on disk per byte",
              Measure.CPU, "seconds of CPU per million records"));

  /** Who takes how much. */
  private record Taker(String label, Figure figure) {
    static Optional<Taker> of(ContenderCosts member, Measure measure) {
      return Optional.ofNullable(member.figures().get(measure))
          .map(figure -> new Taker(member.contender().label(), figure));
    }

    double median() {
      return figure.median();
    }

    String text(Measure measure) {
      return "%s (%s)".formatted(label, measure.text(median()));
    }
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    result
        .failures()
        .forEach((label, failure) -> sentences.add("%s FAILED: %s".formatted(label, failure)));
    List<ContenderCosts> ranked =
        result.results().stream().filter(member -> !member.contender().isFloor()).toList();
    PromiseGroups.of(ranked, ContenderCosts::capabilities, member -> false)
        .forEach((promise, members) -> sentence(promise, members).ifPresent(sentences::add));
    return sentences;
  }

  /** Empty when nobody has a figure. */
  private static Optional<String> sentence(String promise, List<ContenderCosts> members) {
    List<String> parts = new ArrayList<>();
    WORDS.forEach(
        (measure, words) -> least(measure, members).ifPresent(who -> parts.add(words + " " + who)));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("%s: %s".formatted(promise, String.join("; ", parts)));
  }

  private static Optional<String> least(Measure measure, List<ContenderCosts> members) {
    List<Taker> takers =
        members.stream()
            .flatMap(member -> Taker.of(member, measure).stream())
            .sorted(Comparator.comparingDouble(Taker::median))
            .toList();
    return takers.isEmpty() ? Optional.empty() : Optional.of(who(measure, takers));
  }

  /** Who is beyond noise of all others, or who cannot be told from the least. */
  private static String who(Measure measure, List<Taker> takers) {
    Taker first = takers.getFirst();
    if (takers.size() == 1) {
      return "of %s alone".formatted(first.text(measure));
    }
    List<Taker> alike =
        takers.stream().filter(taker -> taker.figure().isWithinNoiseOf(first.figure())).toList();
    return alike.size() == 1
        ? "least with %s, then %s".formatted(first.text(measure), takers.get(1).text(measure))
        : alike.stream()
            .map(taker -> taker.text(measure))
            .collect(Collectors.joining(", ", "within noise: ", ""));
  }
}
