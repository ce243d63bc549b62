package io.logsink.bench.stock;

import io.logsink.api.record.Severity;
import java.util.List;
import java.util.Locale;

/** Requests as a web server logs them, in the combined format. */
final class AccessLines implements LineMaker {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/assets/app.%d.js",
          "/api/v1/items/%d",
          "/assets/style.%d.css",
          "/login",
          "/api/v1/search?q=%d",
          "/images/%d.webp",
          "/feed.xml",
          "/robots.txt",
          "/wp-login.php");
  private static final List<Integer> STATUS = List.of(200, 200, 304, 200, 302, 404, 200, 403, 500);
  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (X11; Linux x86_64; rv:%d.0) Gecko/20100101 Firefox/%d.0",
          "Mozilla/5.0 (iPhone; CPU iPhone OS %d_%d like Mac OS X) AppleWebKit/605.1.15",
          "curl/8.%d.%d",
          "ExampleBot/2.%d (+https://bot.example/%d)");

  private final Dice dice;
  private int second;

  AccessLines(Dice dice) {
    this.dice = dice;
  }

  @Override
  public StockLine next() {
    second += dice.oneOf(30) ? 1 : 0;
    int status = dice.pickEarly(STATUS);
    String text =
        String.format(
            Locale.ROOT,
            "%d.%d.%d.%d - %s [17/Mar/2026:%02d:%02d:%02d +0000] \"%s %s HTTP/%s\" %d %d \"-\""
                + " \"%s\"",
            dice.between(11, 95),
            dice.below(256),
            dice.below(64),
            dice.below(16),
            dice.oneOf(9) ? "user" + dice.below(500) : "-",
            second / 3_600 % 24,
            second / 60 % 60,
            second % 60,
            dice.oneOf(8) ? "POST" : "GET",
            String.format(Locale.ROOT, dice.pickEarly(PATHS), dice.below(4_000)),
            dice.oneOf(3) ? "1.1" : "2.0",
            status,
            Math.round(dice.skewed(2_500, 1.4)),
            String.format(
                Locale.ROOT, dice.pickEarly(AGENTS), dice.between(10, 148), dice.between(1, 18)));
    return StockLine.of(status >= 500 ? Severity.ERROR : Severity.INFO, text);
  }
}
