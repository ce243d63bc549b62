package io.logsink.config.value;

import com.typesafe.config.ConfigValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written in a config. */
public interface SettingType {
  /** The value that is written, or null when it is none of this type. */
  @Nullable Object read(ConfigValue written);

  /** The value as HOCON. */
  String write(Object value);

  /** What can be written, in words. */
  String allowed();

  /** All that can be written, when that is a few words; else none. */
  default List<String> choices() {
    return List.of();
  }
}
