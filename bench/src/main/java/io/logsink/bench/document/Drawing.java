package io.logsink.bench.document;

import java.util.Locale;

/** What the charts have in common. */
final class Drawing {
  private Drawing() {}

  static Markup begin(int width, int height, String title) {
    return new Markup()
        .open(
            "svg",
            String.format(
                Locale.ROOT,
                "viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"",
                width,
                height,
                Markup.escaped(title)));
  }

  static void text(Markup svg, double x, double y, String anchor, String plain) {
    svg.element(
        "text",
        String.format(Locale.ROOT, "x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"", x, y, anchor),
        plain);
  }

  static void line(Markup svg, double x1, double y1, double x2, double y2) {
    svg.raw(
        String.format(
            Locale.ROOT, "<path class=\"grid\" d=\"M%.1f %.1fL%.1f %.1f\"/>", x1, y1, x2, y2));
  }

  /** Lines from top to bottom, with their numbers below. */
  static void ticksAcross(Markup svg, Scale scale, Unit unit, double bottom) {
    for (double tick : scale.ticks()) {
      double x = scale.at(tick);
      line(svg, x, 0, x, bottom);
      text(svg, x, bottom + 18, "middle", unit.text(tick));
    }
  }

  /** Lines from left to right, with their numbers before them. */
  static void ticksUp(Markup svg, Scale scale, Unit unit, double left, double right) {
    for (double tick : scale.ticks()) {
      double y = scale.at(tick);
      line(svg, left, y, right, y);
      text(svg, left - 8, y + 4, "end", unit.text(tick));
    }
  }
}
