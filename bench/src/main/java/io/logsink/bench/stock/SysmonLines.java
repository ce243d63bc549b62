package io.logsink.bench.stock;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.Severity;
import java.util.Locale;
import java.util.Map;

/** Samples of a host and then of each of its processes, with the numbers as attributes too. */
final class SysmonLines implements LineMaker {
  private static final int PROCESS_COUNT = 40;

  private final Dice dice;
  private int next;

  SysmonLines(Dice dice) {
    this.dice = dice;
  }

  @Override
  public StockLine next() {
    int index = next++ % (PROCESS_COUNT + 1);
    return index == 0 ? host() : process(index);
  }

  private StockLine host() {
    double load = dice.skewed(0.8, 0.5);
    long free = dice.between(2_000, 9_000);
    String text =
        String.format(
            Locale.ROOT,
            "host load1=%.2f mem.free.mb=%d disk.read.kb=%d disk.write.kb=%d net.rx.kb=%d",
            load,
            free,
            dice.below(9_000),
            dice.below(30_000),
            dice.below(60_000));
    return line(
        text, Map.of("load1", AttributeValue.of(load), "mem.free.mb", AttributeValue.of(free)));
  }

  private StockLine process(int index) {
    double cpu = dice.skewed(1.5, 1.2);
    long rss = Math.round(dice.skewed(90, 0.8));
    String text =
        String.format(
            Locale.ROOT,
            "process service-%d pid=%d cpu.percent=%.1f rss.mb=%d threads=%d fds=%d",
            index,
            1_000 + index * 37,
            cpu,
            rss,
            dice.between(1, 60),
            dice.between(8, 400));
    return line(
        text,
        Map.of(
            "process", AttributeValue.of("service-" + index),
            "cpu.percent", AttributeValue.of(cpu),
            "rss.mb", AttributeValue.of(rss)));
  }

  private static StockLine line(String text, Map<String, AttributeValue> values) {
    return new StockLine(Severity.INFO, LogBody.of(text), Attributes.of(values));
  }
}
