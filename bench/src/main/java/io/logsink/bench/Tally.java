package io.logsink.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one contender so far. For one thread. */
final class Tally {
  private final Contender contender;
  private final Map<Metric, List<Double>> rounds = new EnumMap<>(Metric.class);
  private @Nullable String failure;
  private @Nullable PassResult check;
  private @Nullable PassResult latest;
  private double storeNanosPerRecord;
  private long passNanos;

  Tally(Contender contender) {
    this.contender = contender;
  }

  Contender contender() {
    return contender;
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

  void checked(PassResult result, long tookNanos) {
    check = result;
    latest = result;
    storeNanosPerRecord = (double) (tookNanos - result.readNanos()) / result.recordCount();
    passNanos = tookNanos;
    add(Metric.SEAL, result);
    add(Metric.SEALED, result);
  }

  void measured(PassResult result, long tookNanos) {
    latest = result;
    passNanos = tookNanos;
    result.figures().keySet().forEach(metric -> add(metric, result));
  }

  private void add(Metric metric, PassResult result) {
    Double value = result.figures().get(metric);
    if (value != null) {
      rounds.computeIfAbsent(metric, key -> new ArrayList<>()).add(value);
    }
  }

  /** How long a record takes, with its share of opening, closing and removing the store. */
  double storeNanosPerRecord() {
    return storeNanosPerRecord;
  }

  /** How long the next pass is going to take, judging by the last. */
  long passNanos() {
    return passNanos;
  }

  void expectPassNanos(long nanos) {
    passNanos = nanos;
  }

  /** What all passes together came to; they have been run. */
  ContenderResult result() {
    PassResult first = Objects.requireNonNull(check);
    PassResult last = Objects.requireNonNull(latest);
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    rounds.forEach((metric, values) -> figures.put(metric, new Figure(values)));
    return new ContenderResult(
        contender,
        last.capabilities(),
        new SettingsRecord(contender.settings()).flat(),
        last.engine(),
        first.readBack(),
        figures);
  }
}
