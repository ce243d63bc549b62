package io.logsink.bench.document;

import java.util.List;

/**
 * What is left of something after each step that takes from it.
 *
 * @param title what it is
 * @param unit of all numbers
 * @param whole what there was at first
 * @param steps what each takes, in order; those that take nothing may be left out
 * @param rest what the rest is called
 */
public record Waterfall(String title, Unit unit, Step whole, List<Step> steps, String rest)
    implements Chart {
  /** Copies the list. */
  public Waterfall {
    steps = List.copyOf(steps);
  }

  @Override
  public boolean isEmpty() {
    return whole.amount() == 0;
  }

  /**
   * A step.
   *
   * @param label who takes
   * @param amount how much
   */
  public record Step(String label, double amount) {}
}
