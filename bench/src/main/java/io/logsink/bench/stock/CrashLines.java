package io.logsink.bench.stock;

import io.logsink.api.record.Severity;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/** A process that is started, fails with a stack trace and its causes, and is started again. */
final class CrashLines implements LineMaker {
  private static final List<String> PACKAGES =
      List.of("com.example.db", "com.example.web", "com.example.boot", "org.pool", "java.base/jdk");
  private static final List<String> CLASSES =
      List.of("Connector", "Pool", "Retry", "Bootstrap", "Lifecycle", "Socket", "Registry");
  private static final List<String> METHODS =
      List.of("open", "connect", "start", "borrow", "run", "init", "invoke", "lambda$main$0");

  private final Dice dice;
  private final Queue<StockLine> run = new ArrayDeque<>();
  private int startCount;

  CrashLines(Dice dice) {
    this.dice = dice;
  }

  @Override
  public StockLine next() {
    if (run.isEmpty()) {
      startAndFail();
    }
    return run.remove();
  }

  private void startAndFail() {
    startCount++;
    run.add(
        StockLine.info("starting, attempt " + startCount + ", pid " + dice.between(300, 99_999)));
    run.add(StockLine.info("read the settings in " + dice.between(3, 40) + " ms"));
    fail("com.example.boot.StartException: the service could not start", 12);
    fail("Caused by: com.example.db.DatabaseException: no connection after 3 tries", 18);
    fail(
        "Caused by: java.net.ConnectException: Connection refused: 10.0.0."
            + dice.below(8)
            + ":5432",
        9);
    run.add(StockLine.of(Severity.FATAL, "exit code 1"));
  }

  private void fail(String message, int depth) {
    run.add(StockLine.of(Severity.ERROR, message));
    for (int i = 0; i < depth; i++) {
      run.add(StockLine.of(Severity.ERROR, frame()));
    }
  }

  private String frame() {
    String name = dice.pick(CLASSES);
    return String.format(
        Locale.ROOT,
        "\tat %s.%s.%s(%s.java:%d)",
        dice.pick(PACKAGES),
        name,
        dice.pick(METHODS),
        name,
        dice.between(20, 900));
  }
}
