package io.logsink.bench.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Documents as one HTML file that needs no other: the style is in it, the charts are SVG, there is
 * no script, and its content policy forbids any request. It follows the reader's choice of light or
 * dark. {@link #toString()} is the text.
 *
 * @param title above all of them
 * @param documents in the order of reading
 */
public record HtmlDocument(String title, List<Document> documents) {
  /** Copies the list. */
  public HtmlDocument {
    documents = List.copyOf(documents);
  }

  private static final String STYLE = style();

  private static String style() {
    try (InputStream in = HtmlDocument.class.getResourceAsStream("document.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("document.css of this class", e);
    }
  }

  @Override
  public String toString() {
    Markup html = new Markup();
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\"");
    html.raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.element("title", "", title);
    html.raw("<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n<main>\n");
    html.element("h1", "", title);
    documents.forEach(document -> verdict(html, document));
    documents.forEach(document -> document(html, document));
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  /** The verdicts of all stand before the figures of any. */
  private void verdict(Markup html, Document document) {
    html.raw("<section class=\"verdict\">");
    heading(html, document);
    list(html, document.verdict());
    html.element("pre", "", document.command());
    html.element("p", "class=\"id\"", "run " + document.id()).raw("</section>\n");
  }

  /** One document alone has its title above already. */
  private void heading(Markup html, Document document) {
    if (!document.title().equals(title)) {
      html.element("h2", "", document.title());
    }
  }

  private void document(Markup html, Document document) {
    html.raw("<article>\n");
    heading(html, document);
    document.sections().forEach(section -> section(html, section));
    html.raw("</article>\n");
  }

  private static void section(Markup html, Section section) {
    html.raw("<section>\n").element("h3", "", section.title());
    section.parts().forEach(part -> part(html, part));
    html.raw("</section>\n");
  }

  private static void list(Markup html, List<String> sentences) {
    html.open("ul", "");
    sentences.forEach(sentence -> html.element("li", "", sentence));
    html.close("ul");
  }

  private static void part(Markup html, Part part) {
    switch (part) {
      case Sentences sentences -> list(html, sentences.sentences());
      case Table table -> table(html, table);
      case Bars bars -> figure(html, bars, new BarChart(bars).svg());
      case Lines lines -> figure(html, lines, new LineChart(lines).svg());
      case Waterfall waterfall -> figure(html, waterfall, new WaterfallChart(waterfall).svg());
    }
  }

  private static void figure(Markup html, Chart chart, String svg) {
    html.raw("<figure>").element("figcaption", "", chart.title()).raw(svg).raw("</figure>\n");
  }

  private static void table(Markup html, Table table) {
    html.raw("<div class=\"wide\"><table>\n<thead>");
    row(html, "th", table, table.columns());
    html.raw("</thead>\n<tbody>\n");
    table.rows().forEach(row -> row(html, "td", table, row));
    html.raw("</tbody>\n</table></div>\n");
  }

  /** An interval stays on one line, below its figure where there is no room beside it. */
  private static void number(Markup html, String cell, String text) {
    int bracket = text.indexOf(" (");
    if (bracket < 0) {
      html.element(cell, "", text);
    } else {
      html.open(cell, "").text(text.substring(0, bracket + 1));
      html.element("span", "", text.substring(bracket + 1)).close(cell);
    }
  }

  private static void row(Markup html, String cell, Table table, List<String> texts) {
    html.raw("<tr>");
    for (int i = 0; i < texts.size(); i++) {
      if (table.hasWords(i)) {
        html.element(cell, "class=\"words\"", texts.get(i));
      } else {
        number(html, cell, texts.get(i));
      }
    }
    html.raw("</tr>\n");
  }
}
