package io.logsink.bench.document;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Draws {@link Bars}.
 *
 * @param bars what to draw
 */
record BarChart(Bars bars) {
  private static final int LEFT = 210;
  private static final int WIDTH = 720;
  private static final int RIGHT = 90;
  private static final int ROW = 30;
  private static final int THICKNESS = 16;
  private static final int FOOT = 28;

  String svg() {
    int height = bars.bars().size() * ROW + FOOT;
    Markup svg = Drawing.begin(WIDTH, height, bars.title());
    Scale scale = Scale.over(ends(), false, LEFT, WIDTH - RIGHT);
    Drawing.ticksAcross(svg, scale, bars.unit(), height - FOOT);
    for (int i = 0; i < bars.bars().size(); i++) {
      bar(svg, scale, bars.bars().get(i), i * ROW + (double) ROW / 2);
    }
    return svg.close("svg").toString();
  }

  private List<Double> ends() {
    return bars.bars().stream().flatMap(bar -> Stream.of(bar.value(), bar.high())).toList();
  }

  private void bar(Markup svg, Scale scale, Range bar, double middle) {
    Drawing.text(svg, LEFT - 10, middle + 4, "end", bar.label());
    svg.open("g", "")
        .element("title", "", bar.label() + ": " + bars.text(bar))
        .raw(
            String.format(
                Locale.ROOT,
                "<rect class=\"c1\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
                LEFT,
                middle - (double) THICKNESS / 2,
                Math.max(1, scale.at(bar.value()) - LEFT),
                THICKNESS));
    whisker(svg, scale, bar, middle);
    svg.close("g");
    double end = scale.at(Math.max(bar.value(), bar.high()));
    Drawing.text(svg, end + 8, middle + 4, "start", bars.unit().text(bar.value()));
  }

  private static void whisker(Markup svg, Scale scale, Range bar, double middle) {
    if (bar.high() > bar.low()) {
      double low = scale.at(bar.low());
      double high = scale.at(bar.high());
      svg.raw(
          String.format(
              Locale.ROOT,
              "<path class=\"whisker\" d=\"M%.1f %.1fH%.1fM%.1f %.1fv8M%.1f %.1fv8\"/>",
              low,
              middle,
              high,
              low,
              middle - 4,
              high,
              middle - 4));
    }
  }
}
