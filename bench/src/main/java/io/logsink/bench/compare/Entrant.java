package io.logsink.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one arm so far. The same arm can be in a run twice. For one thread. */
final class Entrant {
  private final Arm arm;
  private final List<Double> nanosPerRecord = new ArrayList<>();
  private @Nullable Lap latest;
  private @Nullable String failure;

  Entrant(Arm arm) {
    this.arm = arm;
  }

  Arm arm() {
    return arm;
  }

  void warmed(Lap lap) {
    latest = lap;
  }

  void measured(Lap lap) {
    latest = lap;
    nanosPerRecord.add(lap.nanosPerRecord());
  }

  void failed(Throwable e) {
    failure = Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  boolean isRunning() {
    return failure == null;
  }

  /** The last lap; there was one. */
  Lap latest() {
    return Objects.requireNonNull(latest);
  }

  /** Of each round. */
  List<Double> nanosPerRecord() {
    return nanosPerRecord;
  }

  /** The time of this one by that of {@code other}, in each round. */
  List<Double> ratiosTo(Entrant other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < nanosPerRecord.size(); i++) {
      ratios.add(nanosPerRecord.get(i) / other.nanosPerRecord.get(i));
    }
    return ratios;
  }
}
