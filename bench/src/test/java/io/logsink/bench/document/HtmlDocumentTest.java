package io.logsink.bench.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.logsink.bench.document.Lines.Axis;
import io.logsink.bench.document.Lines.Point;
import io.logsink.bench.document.Lines.Series;
import io.logsink.bench.document.Waterfall.Step;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class HtmlDocumentTest {
  private static final String EVIL = "<script>alert('&\"')</script>";

  private static final Bars BARS =
      new Bars(
          "bars",
          Unit.RECORDS_PER_SECOND,
          true,
          List.of(new Range("a", 100, 50, 200), new Range(EVIL, 200, 200, 200)));
  private static final Lines LINES =
      new Lines(
          "lines",
          new Axis("x", Unit.SECONDS, false),
          new Axis("y", Unit.NANOS, true),
          List.of(new Series("one", List.of(new Point(0, 1), new Point(10, 1e6)))));
  private static final Waterfall WATERFALL =
      new Waterfall(
          "waterfall",
          Unit.RECORDS,
          new Step("sent", 100),
          List.of(new Step("sampled", 30), new Step("overflowed", 20)),
          "stored");

  private static final Document DOCUMENT =
      new Document(
          "Title " + EVIL,
          "made-1",
          "./logsink bench 'x y'",
          "Abacus 3",
          List.of("first " + EVIL),
          List.of(
              Section.of(
                      "Section",
                      new Sentences(List.of("note " + EVIL)),
                      new Table(List.of("name", "n"), List.of(List.of(EVIL, "1"))),
                      BARS,
                      LINES,
                      WATERFALL)
                  .onTerminal(),
              Section.of("Not on a terminal", List.of("more")),
              Section.of("Empty", List.of())));

  private static final String HTML =
      new HtmlDocument("All of it", List.of(DOCUMENT, DOCUMENT)).toString();

  @Test
  void nothingFromOutsideBecomesMarkup() {
    assertThat(HTML).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;&amp;&quot;");
  }

  @Test
  void oneAloneHasItsTitleOnce() {
    Document alone = new Document("Alone", "made-1", "./logsink", "Abacus 3", List.of(), List.of());
    assertThat(new HtmlDocument("Alone", List.of(alone)).toString())
        .contains("<h1>Alone</h1>")
        .doesNotContain("<h2>");
  }

  @Test
  void anIntervalStaysOnOneLine() {
    Document table =
        new Document(
            "T",
            "made-1",
            "./logsink",
            "Abacus 3",
            List.of(),
            List.of(
                Section.of(
                    "S",
                    new Table(
                        List.of("what", "rate", "why"),
                        List.of(List.of("a (b)", "1.0 (0.9-1.1)", "so (it is)"))))));
    assertThat(new HtmlDocument("T", List.of(table)).toString())
        .contains("<td class=\"words\">a (b)</td>", "<td class=\"words\">so (it is)</td>")
        .contains("<td>1.0 <span>(0.9-1.1)</span>");
  }

  @Test
  void nothingIsFetched() {
    assertThat(HTML)
        .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
        .doesNotContainIgnoringCase("src=\"")
        .doesNotContainIgnoringCase("href=")
        .doesNotContainIgnoringCase("url(")
        .doesNotContainIgnoringCase("@import");
  }

  @Test
  void lightAndDarkHaveTheSameColours() {
    String[] halves = HTML.split("prefers-color-scheme: dark", 2);
    String dark = halves[1].substring(0, halves[1].indexOf("body {"));
    for (String name : List.of("--page", "--ink", "--rule", "--c1", "--c8", "--taken")) {
      assertThat(halves[0]).contains(name + ": #");
      assertThat(dark).contains(name + ": #");
    }
  }

  @Test
  void barsAreAsLongAsTheirFigures() throws Exception {
    List<Element> rects = elements(new BarChart(BARS).svg(), "rect");
    double first = number(rects.get(0), "width");
    double second = number(rects.get(1), "width");
    assertThat(second / first).isCloseTo(2, within(0.01));
    assertThat(elements(new BarChart(BARS).svg(), "path"))
        .as("a whisker only where there is an interval")
        .filteredOn(path -> path.getAttribute("class").equals("whisker"))
        .hasSize(1);
  }

  @Test
  void aWaterfallFallsFromTheWholeToTheRest() throws Exception {
    List<Element> rects = elements(new WaterfallChart(WATERFALL).svg(), "rect");
    double whole = number(rects.get(0), "width");
    assertThat(rects)
        .extracting(rect -> rect.getAttribute("class"))
        .containsExactly("c1", "taken", "taken", "c1");
    assertThat(number(rects.get(1), "width") / whole).isCloseTo(0.3, within(0.01));
    assertThat(number(rects.get(2), "width") / whole).isCloseTo(0.2, within(0.01));
    assertThat(number(rects.get(3), "width") / whole).isCloseTo(0.5, within(0.01));
    assertThat(number(rects.get(2), "x") + number(rects.get(2), "width"))
        .as("a step begins where the one before ended")
        .isCloseTo(number(rects.get(1), "x"), within(0.2));
  }

  @Test
  void allWaterfallsEndWithTheRestAlsoWhenNothingWasTaken() throws Exception {
    Waterfall nothing = new Waterfall("w", Unit.RECORDS, new Step("sent", 0), List.of(), "stored");
    assertThat(elements(new WaterfallChart(nothing).svg(), "rect")).hasSize(2);
  }

  @Test
  void lineChartsStayInTheirFrame() throws Exception {
    String svg = new LineChart(LINES).svg();
    assertThat(svg).contains("M80.0 256.0L700.0 12.0").contains(">1 ms<", ">one<");
    assertThat(elements(svg, "text")).isNotEmpty();
  }

  @Test
  void allVerdictsStandBeforeAllFigures() {
    assertThat(HTML.lastIndexOf("first ")).isLessThan(HTML.indexOf("note "));
  }

  @Test
  void markdownHasTheTablesAndNotTheCharts() {
    assertThat(new MarkdownDocument(DOCUMENT).toString().replace(EVIL, "EVIL"))
        .isEqualTo(
            """
            # Title EVIL

                ./logsink bench 'x y'

            Run `made-1`.

            - first EVIL

            ## Section

            - note EVIL

            | name                         |   n |
            | ---------------------------- | --: |
            | EVIL |   1 |

            ## Not on a terminal

            - more
            """);
  }

  @Test
  void aTerminalShowsTheVerdictAndWhatIsBrief() {
    assertThat(new TextDocument(DOCUMENT).toString().replace(EVIL, "EVIL"))
        .startsWith("first EVIL\n\nSection\n  note EVIL\n")
        .contains("name", "EVIL")
        .doesNotContain("more");
  }

  @Test
  void aDocumentComesBackFromItsFileAsItWas(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("made.json");
    Files.writeString(file, DocumentFile.text("{\"schema\": 1, \"kind\": \"made\"}", DOCUMENT));

    assertThat(Files.readString(file)).startsWith("{\"schema\":1,\"kind\":\"made\",\"document\":{");
    assertThat(DocumentFile.read(file)).isEqualTo(DOCUMENT);
  }

  @Test
  void aFileWithoutADocumentIsRefused(@TempDir Path folder) throws Exception {
    assertRefused(folder.resolve("gone.json"), "there is no file", "gone.json");
    assertRefused(Files.writeString(folder.resolve("a.json"), "{"), "a.json is no result");
    assertRefused(
        Files.writeString(folder.resolve("b.json"), "{}"), "b.json has no field \"document\"");
    assertRefused(
        Files.writeString(folder.resolve("c.json"), "{\"document\": {\"title\": []}}"),
        "c.json is no result");
  }

  private static void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> DocumentFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(words);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> elements(String svg, String name) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
