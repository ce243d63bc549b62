package io.logsink.bench.document;

import io.logsink.bench.document.Waterfall.Step;
import java.util.List;
import java.util.Locale;

/**
 * Draws a {@link Waterfall}.
 *
 * @param waterfall what to draw
 */
record WaterfallChart(Waterfall waterfall) {
  private static final int LEFT = 210;
  private static final int WIDTH = 720;
  private static final int RIGHT = 130;
  private static final int ROW = 30;
  private static final int THICKNESS = 16;
  private static final int FOOT = 28;

  String svg() {
    int height = (waterfall.steps().size() + 2) * ROW + FOOT;
    Markup svg = Drawing.begin(WIDTH, height, waterfall.title());
    double left = waterfall.whole().amount();
    Scale scale = Scale.over(List.of(left), false, LEFT, WIDTH - RIGHT);
    Drawing.ticksAcross(svg, scale, waterfall.unit(), height - FOOT);
    bar(svg, scale, waterfall.whole(), left, "c1", 0);
    int row = 1;
    for (Step step : waterfall.steps()) {
      bar(svg, scale, step, left, "taken", row++);
      left -= step.amount();
    }
    bar(svg, scale, new Step(waterfall.rest(), left), left, "c1", row);
    return svg.close("svg").toString();
  }

  private void bar(Markup svg, Scale scale, Step step, double end, String style, int row) {
    double middle = (row + 0.5) * ROW;
    double from = scale.at(end - step.amount());
    Drawing.text(svg, LEFT - 10, middle + 4, "end", step.label());
    svg.raw(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
            style,
            from,
            middle - THICKNESS / 2.0,
            Math.max(1, scale.at(end) - from),
            THICKNESS));
    Drawing.text(svg, scale.at(end) + 8, middle + 4, "start", said(step));
  }

  private String said(Step step) {
    double share = waterfall.whole().amount() == 0 ? 0 : step.amount() / waterfall.whole().amount();
    return "%s, %s %%"
        .formatted(
            waterfall.unit().text(step.amount()), String.format(Locale.ROOT, "%.1f", 100 * share));
  }
}
