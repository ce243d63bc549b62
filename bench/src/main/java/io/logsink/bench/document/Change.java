package io.logsink.bench.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A document beside an earlier one. What both have bars of is compared; no figure is said to have
 * changed when the intervals of both have something in common.
 */
public final class Change {
  private static final List<String> COLUMNS =
      List.of("", "earlier", "now", "now / earlier", "in words");
  private static final String WITHIN_NOISE = "within noise";

  private Change() {}

  /** {@code now} with a section that tells how it differs from {@code earlier}. */
  public static Document of(Document earlier, Document now) {
    List<Part> parts = new ArrayList<>();
    parts.add(host(earlier, now));
    for (Bars after : bars(now).toList()) {
      bars(earlier)
          .filter(before -> before.title().equals(after.title()))
          .findFirst()
          .ifPresent(before -> {
            parts.add(new Sentences(List.of(after.title())));
            parts.add(new Table(COLUMNS, rows(before, after)));
          });
    }
    if (parts.stream().noneMatch(Table.class::isInstance)) {
      parts.add(
          new Sentences(
              List.of(
                  "\"%s\" has no figure that is measured here too".formatted(earlier.title()))));
    }
    return now.with(new Section("Beside " + earlier.id(), parts, true));
  }

  private static Sentences host(Document earlier, Document now) {
    return new Sentences(
        earlier.host().equals(now.host())
            ? List.of()
            : List.of(
                "measured on another host, so a change need not be one of the software: %s then, %s now"
                    .formatted(earlier.host(), now.host())));
  }

  private static Stream<Bars> bars(Document document) {
    return document.sections().stream()
        .flatMap(section -> section.parts().stream())
        .filter(Bars.class::isInstance)
        .map(Bars.class::cast);
  }

  private static List<List<String>> rows(Bars before, Bars after) {
    List<List<String>> rows = new ArrayList<>();
    for (Range now : after.bars()) {
      before.bars().stream()
          .filter(range -> range.label().equals(now.label()))
          .findFirst()
          .ifPresent(range -> rows.add(row(after, range, now)));
    }
    return rows;
  }

  private static List<String> row(Bars bars, Range before, Range now) {
    return List.of(
        now.label(),
        bars.text(before),
        bars.text(now),
        String.format(Locale.ROOT, "%.2f", now.value() / before.value()),
        words(bars, before, now));
  }

  private static String words(Bars bars, Range before, Range now) {
    if (before.overlaps(now)) {
      return WITHIN_NOISE;
    }
    return now.value() > before.value() == bars.moreIsBetter() ? "better" : "worse";
  }
}
