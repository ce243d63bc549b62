package io.logsink.bench.stock;

import io.logsink.api.record.Severity;
import java.util.List;
import java.util.Locale;

/**
 * A build as a terminal shows it: compilers, downloads that redraw their line, tests, colours, and
 * the command lines that are kilobytes long.
 */
final class BuildLines implements LineMaker {
  private static final List<String> PARTS =
      List.of("core", "parser", "net", "store", "cli", "plugin_api", "crypto", "ui");
  private static final List<String> NAMES =
      List.of("index", "buffer", "session", "reader", "writer", "graph", "queue", "token", "page");
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31;1m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private final Dice dice;

  BuildLines(Dice dice) {
    this.dice = dice;
  }

  @Override
  public StockLine next() {
    return switch (dice.below(20)) {
      case 0 -> StockLine.info(progress());
      case 1 -> StockLine.of(Severity.WARN, warning());
      case 2 -> dice.oneOf(4) ? StockLine.info(commandLine()) : StockLine.info("");
      case 3, 4, 5, 6, 7 -> test();
      default -> StockLine.info(compile());
    };
  }

  private String compile() {
    return String.format(
        Locale.ROOT,
        "[%3d%%] %sBuilding object src/%s/CMakeFiles/%s.dir/%s.o%s",
        dice.below(101),
        GREEN,
        dice.pick(PARTS),
        dice.pick(PARTS),
        file(),
        PLAIN);
  }

  private String file() {
    return dice.pick(NAMES) + "_" + dice.pick(NAMES) + dice.below(40) + ".cc";
  }

  private String warning() {
    return String.format(
        Locale.ROOT,
        "src/%s/%s:%d:%d: %swarning:%s unused variable '%s' [-Wunused-variable]",
        dice.pick(PARTS),
        file(),
        dice.between(1, 900),
        dice.below(80),
        YELLOW,
        PLAIN,
        dice.pick(NAMES));
  }

  private StockLine test() {
    boolean failed = dice.oneOf(200);
    String text =
        String.format(
            Locale.ROOT,
            "[ %s%6s%s ] %sTest.%s%d (%d ms)",
            failed ? RED : GREEN,
            failed ? "FAILED" : "OK",
            PLAIN,
            dice.pick(PARTS),
            dice.pick(NAMES),
            dice.below(300),
            Math.round(dice.skewed(3, 1.5)));
    return StockLine.of(failed ? Severity.ERROR : Severity.INFO, text);
  }

  /** What a terminal gets before the newline: the same line again and again. */
  private String progress() {
    StringBuilder line = new StringBuilder();
    for (int done = 0; done <= 100; done += dice.between(5, 20)) {
      line.append(
          String.format(
              Locale.ROOT, "\r  %s-%d.tar.gz %3d%%", dice.pick(NAMES), dice.below(9), done));
    }
    return line.toString();
  }

  private String commandLine() {
    StringBuilder line = new StringBuilder("c++ -O2 -std=c++20");
    int count = dice.between(20, 120);
    for (int i = 0; i < count; i++) {
      line.append(" -Isrc/").append(dice.pick(PARTS)).append('/').append(dice.pick(NAMES));
    }
    return line.append(" -c ").append(file()).toString();
  }
}
