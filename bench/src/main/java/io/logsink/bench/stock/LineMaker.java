package io.logsink.bench.stock;

/** Makes up lines, the same for the same dice. For one thread. */
@FunctionalInterface
interface LineMaker {
  StockLine next();
}
