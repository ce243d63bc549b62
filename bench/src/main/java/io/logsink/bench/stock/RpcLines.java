package io.logsink.bench.stock;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.Severity;
import java.util.List;
import java.util.Map;

/** What programs send of their own accord: a short text, and the details as typed attributes. */
final class RpcLines implements LineMaker {
  private static final List<String> EVENTS =
      List.of("job finished", "job started", "user signed in", "report sent", "quota exceeded");
  private static final List<String> TEAMS = List.of("billing", "search", "mail", "imports");

  private final Dice dice;

  RpcLines(Dice dice) {
    this.dice = dice;
  }

  @Override
  public StockLine next() {
    String event = dice.pickEarly(EVENTS);
    Map<String, AttributeValue> details =
        Map.of(
            "trace_id", AttributeValue.of(dice.hex(16) + dice.hex(16)),
            "span_id", AttributeValue.of(dice.hex(16)),
            "team", AttributeValue.of(dice.pick(TEAMS)),
            "duration.ms", AttributeValue.of(dice.skewed(80, 1.0)),
            "attempt", AttributeValue.of((long) dice.between(1, 3)));
    Severity severity = event.startsWith("quota") ? Severity.WARN : Severity.INFO;
    LogBody body = LogBody.of(event + " for item " + dice.below(1_000_000));
    return new StockLine(severity, body, Attributes.of(details));
  }
}
