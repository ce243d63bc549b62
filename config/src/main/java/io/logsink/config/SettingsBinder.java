package io.logsink.config;

import io.logsink.api.InvalidSettingException;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.Shape.Section;
import io.logsink.config.value.SettingType;
import io.logsink.config.value.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes settings records of what was given. Where something is wrong, the problem is kept and the
 * default taken instead, so that everything else is still looked at.
 *
 * @param problems where to keep what is wrong; afterwards the records are right only if there are
 *     none
 */
record SettingsBinder(Problems problems) {
  /** The settings given at {@code place}; {@code defaults} where nothing is given. */
  Record bind(Section section, Record defaults, Place place) {
    if (!isSection(section, place)) {
      return defaults;
    }
    @Nullable Object[] values = Components.values(defaults);
    int i = 0;
    for (String key : section.names()) {
      Place inner = place.at(key);
      if (inner.isGiven()) {
        values[i] = read(Objects.requireNonNull(section.keys().get(key)), values[i], inner);
      }
      i++;
    }
    return make(defaults, values, place);
  }

  private @Nullable Object read(Shape shape, @Nullable Object byDefault, Place place) {
    return switch (shape) {
      case Leaf(SettingType type) -> read(type, byDefault, place);
      case Section inner -> bind(inner, (Record) Objects.requireNonNull(byDefault), place);
    };
  }

  /** The value given at {@code place}. */
  @Nullable Object read(SettingType type, @Nullable Object byDefault, Place place) {
    Object read = place.value() == null ? byDefault : type.read(place.value());
    if (read == null && place.isGiven()) {
      add(place, type.allowed(), Wording.didYouMean(place.shown(), type.choices()));
      return byDefault;
    }
    return read;
  }

  /** Whether there are keys to read at {@code place}; those that are unknown are problems. */
  boolean isSection(Section section, Place place) {
    if (place.isGiven() && !place.isSection()) {
      add(place, "a section { ... }", "");
    }
    for (String key : place.keys()) {
      if (!section.keys().containsKey(key)) {
        addUnknown(key, section, place);
      }
    }
    return place.isSection();
  }

  private void addUnknown(String key, Section section, Place within) {
    List<String> deeper = section.paths().filter(path -> path.endsWith("." + key)).toList();
    String meant =
        deeper.isEmpty() ? Wording.didYouMean(key, section.names()) : Wording.didYouMean(deeper);
    problems.add(
        within.originOf(key),
        "unknown key %s%s; the keys here are %s"
            .formatted(within.at(key).path(), meant, String.join(", ", section.names())));
  }

  private void add(Place place, String allowed, String meant) {
    problems.add(
        place.origin(),
        "%s must be %s, not %s%s".formatted(place.path(), allowed, place.shown(), meant));
  }

  private Record make(Record defaults, @Nullable Object[] values, Place place) {
    try {
      return Components.make(defaults, values);
    } catch (InvalidSettingException e) {
      refusals(defaults, values, e).forEach(refusal -> add(place, refusal));
    } catch (RuntimeException e) {
      problems.add(place.origin(), "%s was refused: %s".formatted(place.path(), e));
    }
    return defaults;
  }

  /** A constructor names one wrong value; the next is found by taking the default for that one. */
  private static List<InvalidSettingException> refusals(
      Record defaults, @Nullable Object[] values, InvalidSettingException first) {
    List<InvalidSettingException> refusals = new ArrayList<>(List.of(first));
    @Nullable Object[] byDefault = Components.values(defaults);
    @Nullable Object[] mended = values.clone();
    int wrong = Components.indexOf(defaults, first.field());
    while (wrong >= 0 && !Objects.equals(mended[wrong], byDefault[wrong])) {
      mended[wrong] = byDefault[wrong];
      try {
        Components.make(defaults, mended);
        wrong = -1;
      } catch (InvalidSettingException e) {
        refusals.add(e);
        wrong = Components.indexOf(defaults, e.field());
      } catch (RuntimeException e) {
        wrong = -1; // said when what was found so far is corrected
      }
    }
    return refusals;
  }

  private void add(Place section, InvalidSettingException refusal) {
    Place place = section;
    for (String name : refusal.field().split("\\.")) {
      place = place.at(Wording.kebab(name));
    }
    if (place.isGiven()) {
      add(place, refusal.allowed(), "");
    } else {
      problems.add(
          section.origin(),
          "%s must be %s, not %s, its default"
              .formatted(place.path(), refusal.allowed(), refusal.value()));
    }
  }
}
