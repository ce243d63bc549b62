package io.logsink.bench.decide.report;

import io.logsink.bench.decide.layout.Amounts;
import java.util.OptionalDouble;

/** Writes figures for tables. */
final class Figures {
  private Figures() {}

  /** {@code 4.2 x}; a dash when it is not known. */
  static String times(OptionalDouble factor) {
    return factor.isEmpty() ? "-" : Amounts.number(factor.getAsDouble()) + " x";
  }
}
