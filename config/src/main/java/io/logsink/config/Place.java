package io.logsink.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A key and what was given for it.
 *
 * @param path the whole key, {@code logsink.sqlite.directory}
 * @param value what was given, or null when nothing was
 */
record Place(String path, @Nullable ConfigValue value) {
  private static final int LONGEST_SHOWN = 80;

  static Place root(ConfigObject all) {
    return new Place("", all);
  }

  Place at(String key) {
    String name = ConfigUtil.joinPath(key);
    ConfigValue inner = value instanceof ConfigObject object ? object.get(key) : null;
    boolean isNull = inner != null && inner.valueType() == ConfigValueType.NULL;
    return new Place(path.isEmpty() ? name : path + "." + name, isNull ? null : inner);
  }

  boolean isGiven() {
    return value != null;
  }

  boolean isSection() {
    return value instanceof ConfigObject;
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
