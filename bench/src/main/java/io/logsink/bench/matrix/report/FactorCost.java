package io.logsink.bench.matrix.report;

import io.logsink.bench.Figure;
import io.logsink.bench.Promise;
import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.stretch.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one value of a factor costs: a cell beside the one that differs from it in that factor
 * alone.
 *
 * @param factor the factor
 * @param cell the cell with the value
 * @param reference the cell with the reference value
 */
record FactorCost(Factor factor, CellResult cell, CellResult reference) {
  /**
   * How many times the reference a figure is.
   *
   * @param median by the medians
   * @param low the least that the rounds allow
   * @param high the most
   * @param withinNoise whether the rounds of both reach into each other
   */
  record Ratio(double median, double low, double high, boolean withinNoise) {
    static Ratio of(Figure figure, Figure reference) {
      return new Ratio(
          figure.median() / reference.median(),
          figure.min() / reference.max(),
          figure.max() / reference.min(),
          figure.isWithinNoiseOf(reference));
    }
  }

  /** Every such pair of the results, by factor. */
  static List<FactorCost> all(List<CellResult> results) {
    List<FactorCost> costs = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      for (CellResult result : results) {
        reference(factor, result, results)
            .ifPresent(reference -> costs.add(new FactorCost(factor, result, reference)));
      }
    }
    return costs;
  }

  private static Optional<CellResult> reference(
      Factor factor, CellResult result, List<CellResult> results) {
    return results.stream()
        .filter(other -> factor.reference().equals(other.cell().factors().get(factor)))
        .filter(other -> result.cell().differsOnlyIn(factor, other.cell()))
        .findFirst();
  }

  /** The ratio in each round; nothing where it is not known of all of them. */
  List<Double> roundRatios(Measure measure) {
    List<Double> rounds = cell.figure(measure).map(Figure::rounds).orElse(List.of());
    List<Double> others = reference.figure(measure).map(Figure::rounds).orElse(List.of());
    return rounds.size() == others.size()
        ? IntStream.range(0, rounds.size()).mapToObj(i -> rounds.get(i) / others.get(i)).toList()
        : List.of();
  }

  /** The cell's value of the factor. */
  String value() {
    return cell.cell().factors().getOrDefault(factor, "");
  }

  /** Whether both promise the same, so that one can be called better. */
  boolean isOnePromise() {
    return Promise.of(cell.capabilities()).equals(Promise.of(reference.capabilities()));
  }

  /** Empty where one of them has no such figure, or one that nothing is a multiple of. */
  Optional<Ratio> ratio(Measure measure) {
    return cell.figure(measure)
        .flatMap(figure ->
            reference
                .figure(measure)
                .filter(other -> other.min() > 0)
                .map(other -> Ratio.of(figure, other)));
  }
}
