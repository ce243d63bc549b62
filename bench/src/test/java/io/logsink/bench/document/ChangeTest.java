package io.logsink.bench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangeTest {
  private static final Document BEFORE = document("Abacus 3", true, new Range("a", 500, 490, 520));

  private static Document document(String host, boolean moreIsBetter, Range... bars) {
    return new Document(
        "made",
        "made-1",
        "./logsink",
        host,
        List.of(),
        List.of(
            Section.of(
                "Figures",
                new Bars("rates", Unit.RECORDS_PER_SECOND, moreIsBetter, List.of(bars)))));
  }

  private static String words(Document before, Document now) {
    List<Part> parts = Change.of(before, now).sections().getLast().parts();
    return ((Table) parts.getLast()).rows().getFirst().getLast();
  }

  @Test
  void whatIsWithinNoiseIsNoChange() {
    assertThat(words(BEFORE, document("Abacus 3", true, new Range("a", 540, 520, 560))))
        .isEqualTo("within noise");
    assertThat(words(BEFORE, document("Abacus 3", true, new Range("a", 540, 521, 560))))
        .isEqualTo("better");
    assertThat(words(BEFORE, document("Abacus 3", true, new Range("a", 450, 440, 489))))
        .isEqualTo("worse");
  }

  @Test
  void lessMayBeBetter() {
    Document before = document("Abacus 3", false, new Range("a", 500, 490, 520));
    assertThat(words(before, document("Abacus 3", false, new Range("a", 450, 440, 489))))
        .isEqualTo("better");
  }

  @Test
  void whatOnlyOneHasIsLeftOut() {
    Document now =
        document("Abacus 3", true, new Range("b", 1, 1, 1), new Range("a", 500, 490, 520));
    assertThat(Change.of(BEFORE, now).sections().getLast())
        .isEqualTo(
            new Section(
                "Beside made-1",
                List.of(
                    new Sentences(List.of("rates")),
                    new Table(
                        List.of("", "earlier", "now", "now / earlier", "in words"),
                        List.of(
                            List.of(
                                "a",
                                "500/s (490/s to 520/s)",
                                "500/s (490/s to 520/s)",
                                "1.00",
                                "within noise")))),
                true));
  }

  @Test
  void nothingInCommonIsSaid() {
    Document now = document("Abacus 3", true);
    assertThat(Change.of(BEFORE, now).sections().getLast().parts())
        .containsExactly(
            new Sentences(List.of("\"made\" has no figure that is measured here too")));
  }

  @Test
  void anotherHostIsSaid() {
    Document now = document("Abacus 4", true, new Range("a", 500, 490, 520));
    assertThat(Change.of(BEFORE, now).sections().getLast().parts().getFirst())
        .isEqualTo(
            new Sentences(
                List.of(
                    "measured on another host, so a change need not be one of the software:"
                        + " Abacus 3 then, Abacus 4 now")));
  }
}
