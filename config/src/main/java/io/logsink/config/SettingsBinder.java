package io.logsink.config;

import io.logsink.api.InvalidSettingException;
import io.logsink.config.Shape.Items;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.Shape.Named;
import io.logsink.config.Shape.Section;
import io.logsink.config.value.SettingType;
import io.logsink.config.value.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

  /** The list given at {@code place}, or none. */
  List<Record> bindList(Items items, Place place) {
    return isList(place) ? bindAll(items, place) : List.of();
  }

  private @Nullable Object read(Shape shape, @Nullable Object byDefault, Place place) {
    return switch (shape) {
      case Leaf(SettingType type) -> read(type, byDefault, place);
      case Section inner -> bind(inner, (Record) Objects.requireNonNull(byDefault), place);
      case Items items -> isList(place) ? bindAll(items, place) : byDefault;
      case Named named -> bindAll(named, byDefault, place);
    };
  }

  /** Whether a list of sections is given at {@code place}; anything else is a problem. */
  private boolean isList(Place place) {
    if (place.isGiven() && !place.isList()) {
      String wayOut =
          Origins.isFile(place.origin()) ? "" : "; only a config file can have such a list";
      add(place, "a list of sections [{ ... }, { ... }]", wayOut);
    }
    return place.isList();
  }

  private List<Record> bindAll(Items items, Place place) {
    List<Record> all = new ArrayList<>();
    for (Place element : place.elements()) {
      all.add(bind(items.element(), items.defaults(), element));
    }
    return all;
  }

  /** The sections given at {@code place}, over those of the default that have the same name. */
  private @Nullable Object bindAll(Named named, @Nullable Object byDefault, Place place) {
    if (!place.isSection()) {
      add(place, "sections by name { NAME { ... } }", "");
      return byDefault;
    }
    Map<String, Record> all = new TreeMap<>(records(byDefault));
    for (String name : place.keys()) {
      Place element = place.at(name);
      if (element.isGiven()) {
        Record before = all.getOrDefault(name, named.defaults());
        all.put(name, bind(named.element(), before, element));
      }
    }
    return all;
  }

  /** The value of a component that is a map of records. */
  static Map<String, Record> records(@Nullable Object value) {
    Map<String, Record> records = new TreeMap<>();
    ((Map<?, ?>) Objects.requireNonNull(value))
        .forEach((name, record) -> records.put((String) name, (Record) record));
    return records;
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

  /** What has no default has to be given. */
  void require(Place section, String key, SettingType type) {
    Place place = section.at(key);
    if (!place.isGiven()) {
      problems.add(
          section.origin(), "%s is not set; it must be %s".formatted(place.path(), type.allowed()));
    }
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
    List<Place> way = section.way(refusal.field());
    Place place = way.getLast();
    if (place.isGiven()) {
      add(place, refusal.allowed(), "");
    } else {
      Place nearest = way.reversed().stream().filter(Place::isGiven).findFirst().orElse(section);
      problems.add(
          nearest.origin(),
          "%s must be %s, not %s, its default"
              .formatted(place.path(), refusal.allowed(), refusal.value()));
    }
  }
}
