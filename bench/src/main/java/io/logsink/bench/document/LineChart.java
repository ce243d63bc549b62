package io.logsink.bench.document;

import io.logsink.bench.document.Lines.Axis;
import io.logsink.bench.document.Lines.Point;
import io.logsink.bench.document.Lines.Series;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Draws {@link Lines}. A series is told apart by its colour and by its label at its end.
 *
 * @param lines what to draw
 */
record LineChart(Lines lines) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 300;
  private static final int LEFT = 80;
  private static final int RIGHT = 20;
  private static final int TOP = 12;
  private static final int BOTTOM = 44;
  private static final double LEGEND_ROW = 20;
  private static final double LEGEND_COLUMN = 213;
  private static final int LEGEND_COLUMNS = 3;
  private static final int COLOURS = 8;

  String svg() {
    int rows = (lines.series().size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS;
    Markup svg = Drawing.begin(WIDTH, (int) (HEIGHT + rows * LEGEND_ROW), lines.title());
    Scale across = scale(lines.across(), Point::x, LEFT, WIDTH - RIGHT);
    Scale up = scale(lines.up(), Point::y, HEIGHT - BOTTOM, TOP);
    Drawing.ticksAcross(svg, across, lines.across().unit(), HEIGHT - BOTTOM);
    Drawing.ticksUp(svg, up, lines.up().unit(), LEFT, WIDTH - RIGHT);
    Drawing.text(svg, WIDTH - RIGHT, HEIGHT - 8, "end", lines.across().title());
    for (int i = 0; i < lines.series().size(); i++) {
      draw(svg, across, up, i);
      legend(svg, i);
    }
    return svg.close("svg").toString();
  }

  private Scale scale(Axis axis, ToDoubleFunction<Point> coordinate, double from, double to) {
    List<Double> values =
        lines.series().stream()
            .flatMap(series -> series.points().stream())
            .map(coordinate::applyAsDouble)
            .toList();
    return Scale.over(values, axis.logarithmic(), from, to);
  }

  private void draw(Markup svg, Scale across, Scale up, int index) {
    Series series = lines.series().get(index);
    String path =
        series.points().stream()
            .map(point ->
                String.format(Locale.ROOT, "%.1f %.1f", across.at(point.x()), up.at(point.y())))
            .collect(Collectors.joining("L", "M", ""));
    if (!series.points().isEmpty()) {
      svg.open("g", "")
          .element("title", "", series.label())
          .raw("<path class=\"line s%d\" d=\"%s\"/>".formatted(colour(index), path))
          .close("g");
    }
  }

  private void legend(Markup svg, int index) {
    int row = index / LEGEND_COLUMNS;
    double x = LEFT + index % LEGEND_COLUMNS * LEGEND_COLUMN;
    double y = HEIGHT + 8 + row * LEGEND_ROW;
    svg.raw(
        String.format(
            Locale.ROOT, "<path class=\"line s%d\" d=\"M%.1f %.1fh18\"/>", colour(index), x, y));
    Drawing.text(svg, x + 24, y + 4, "start", lines.series().get(index).label());
  }

  private static int colour(int index) {
    return index % COLOURS + 1;
  }
}
