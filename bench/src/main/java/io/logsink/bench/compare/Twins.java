package io.logsink.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same arm twice, without what may be planted in it.
 *
 * @param first the one
 * @param second the other
 */
record Twins(Entrant first, Entrant second) {
  /** For each of {@code arms}, but one for those that are alike. */
  static List<Twins> of(List<Arm> arms) {
    List<Twins> twins = new ArrayList<>();
    for (Arm arm : arms) {
      if (twins.stream().noneMatch(pair -> pair.areLike(arm))) {
        Arm plain = Arm.of(arm.contender());
        twins.add(new Twins(new Entrant(plain), new Entrant(plain)));
      }
    }
    return twins;
  }

  boolean areLike(Arm arm) {
    return first.arm().isLike(arm);
  }

  /** How they differ; empty when one has failed. */
  Optional<NoiseFloor> noise(double confidence) {
    if (failure().isPresent()) {
      return Optional.empty();
    }
    List<Double> ratios = second.ratiosTo(first);
    return Optional.of(
        new NoiseFloor(first.arm().label(), Interval.of(ratios, confidence), ratios));
  }

  Optional<String> failure() {
    return Stream.of(first, second).flatMap(entrant -> entrant.failure().stream()).findFirst();
  }
}
