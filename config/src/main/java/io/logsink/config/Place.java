package io.logsink.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.logsink.config.value.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A key and what was given for it.
 *
 * @param path the whole key, {@code logsink.sqlite.directory}
 * @param value what was given, or null when nothing was
 */
record Place(String path, @Nullable ConfigValue value) {
  private static final int LONGEST_SHOWN = 80;
  private static final Pattern ELEMENT = Pattern.compile("(.+)\\[([0-9]{1,9})\\]");

  static Place root(ConfigObject all) {
    return new Place("", all);
  }

  Place at(String key) {
    String name = ConfigUtil.joinPath(key);
    ConfigValue inner = value instanceof ConfigObject object ? object.get(key) : null;
    boolean isNull = inner != null && inner.valueType() == ConfigValueType.NULL;
    return new Place(path.isEmpty() ? name : path + "." + name, isNull ? null : inner);
  }

  /** The element of a list; one that is null is given, as null. */
  Place at(int index) {
    ConfigValue element =
        value instanceof ConfigList list && index < list.size() ? list.get(index) : null;
    return new Place("%s[%d]".formatted(path, index), element);
  }

  /** Where the component {@code field} is, {@code maxBytes}, {@code rules[1]} or any name. */
  private Place component(String field) {
    Matcher element = ELEMENT.matcher(field);
    if (element.matches()) {
      return component(element.group(1)).at(Integer.parseInt(element.group(2)));
    }
    Place named = at(field);
    return named.isGiven() ? named : at(Wording.kebab(field));
  }

  /**
   * The way to the component {@code field}, {@code services.web.maxBytes}, without this place.
   * Names that are free may have dots in them.
   */
  List<Place> way(String field) {
    List<Place> way = new ArrayList<>();
    Place place = this;
    String rest = field;
    while (!rest.isEmpty()) {
      String name = place.firstName(rest);
      place = place.component(name);
      way.add(place);
      rest = rest.substring(Math.min(rest.length(), name.length() + 1));
    }
    return way;
  }

  private String firstName(String field) {
    return keys().stream()
        .filter(key -> (field + ".").startsWith(key + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse(field.split("\\.", 2)[0]);
  }

  boolean isGiven() {
    return value != null;
  }

  boolean isSection() {
    return value instanceof ConfigObject;
  }

  boolean isList() {
    return value instanceof ConfigList;
  }

  /** The elements of the list here. */
  List<Place> elements() {
    return value instanceof ConfigList list
        ? IntStream.range(0, list.size()).mapToObj(this::at).toList()
        : List.of();
  }

  /** The keys that were given here, in a constant order. */
  Set<String> keys() {
    return value instanceof ConfigObject object ? new TreeSet<>(object.keySet()) : Set.of();
  }

  ConfigOrigin origin() {
    return value == null ? Origins.named(Origins.DEFAULT) : value.origin();
  }

  /** Of what was given for {@code key}, even if that is null. */
  ConfigOrigin originOf(String key) {
    ConfigValue inner = value instanceof ConfigObject object ? object.get(key) : null;
    return inner == null ? origin() : inner.origin();
  }

  /** What was given, as short HOCON. */
  String shown() {
    String text = value == null ? "null" : value.render(ConfigRenderOptions.concise());
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
