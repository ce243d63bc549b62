package io.logsink.bench.stock;

import io.logsink.api.record.Severity;
import java.util.List;
import java.util.Locale;

/** A service that answers requests, runs a timer, and now and then has to warn. */
final class ServiceLines implements LineMaker {
  private static final List<String> LOGGERS =
      List.of("http.Router", "orders.Store", "orders.Pricing", "jobs.Timer", "cache.Sessions");
  private static final List<String> CALLS =
      List.of("GET /orders/%d", "POST /orders/%d/items", "GET /customers/%d", "PUT /carts/%d");
  private static final List<String> WARNINGS =
      List.of(
          "slow query took %d ms, over the limit of 500 ms",
          "connection %d to the database was lost, trying again",
          "retry %d of a call to payments after a timeout");

  private final Dice dice;
  private long millis;

  ServiceLines(Dice dice) {
    this.dice = dice;
  }

  @Override
  public StockLine next() {
    millis += dice.between(1, 400);
    if (dice.oneOf(400)) {
      return line(Severity.ERROR, "request failed with error %d", dice.between(500, 504));
    }
    if (dice.oneOf(60)) {
      return line(Severity.WARN, dice.pick(WARNINGS), dice.between(1, 3_000));
    }
    if (dice.oneOf(12)) {
      return line(Severity.DEBUG, "evicted %d sessions", dice.between(0, 90));
    }
    String call = dice.pickEarly(CALLS) + " 200 in " + Math.round(dice.skewed(12, 0.9)) + " ms";
    return line(Severity.INFO, call, dice.below(1_000_000));
  }

  private StockLine line(Severity severity, String template, int number) {
    String text =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d.%03d %-5s [worker-%d] %s - %s",
            millis / 3_600_000 % 24,
            millis / 60_000 % 60,
            millis / 1_000 % 60,
            millis % 1_000,
            severity,
            dice.below(16),
            dice.pickEarly(LOGGERS),
            String.format(Locale.ROOT, template, number));
    return StockLine.of(severity, text);
  }
}
