package io.logsink.config.value;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types that the components of a settings record may have. */
public final class SettingTypes {
  private static final String SIZE = "a size such as 64MiB, 2GB or a number of bytes";
  private static final String TIME = "a time with its unit, such as 250ms, 30s, 6h or 7d";
  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

  private static final Map<String, Boolean> BOOLEANS =
      Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);

  private static final Map<Type, SettingType> TYPES =
      Map.of(
          String.class, text("text", text -> text),
          boolean.class, bare("true or false", text -> BOOLEANS.get(lower(text))),
          int.class, bare("a whole number of 32 bits", SettingTypes::wholeInt),
          long.class, bare("a whole number of 64 bits", SettingTypes::whole),
          double.class, bare("a number", SettingTypes::number),
          Duration.class, new Scalar(TIME, List.of(), SettingTypes::time, SettingTypes::write),
          Path.class, text("a path", SettingTypes::path));

  private static final SettingType GLOB = text("a glob such as pty:*", SettingTypes::glob);
  private static final SettingType SIZE_LONG = size(SettingTypes::size);
  private static final SettingType SIZE_INT = size(text -> narrow(size(text)));

  private SettingTypes() {}

  /**
   * The type of {@code component}.
   *
   * @throws IllegalArgumentException when a setting cannot have that type
   */
  public static SettingType of(RecordComponent component) {
    Class<?> type = component.getType();
    if (type.isEnum()) {
      return constants(type);
    }
    if (component.getName().endsWith("Bytes") && (type == long.class || type == int.class)) {
      return type == long.class ? SIZE_LONG : SIZE_INT;
    }
    SettingType known = isTexts(component.getGenericType()) ? new Texts() : TYPES.get(type);
    if (known == null) {
      throw new IllegalArgumentException(
          "the component %s of %s is a %s, which no setting can be"
              .formatted(
                  component.getName(),
                  component.getDeclaringRecord().getName(),
                  component.getGenericType().getTypeName()));
    }
    return known;
  }

  /** One of a few words. */
  public static SettingType choice(List<String> words) {
    return new Scalar(
        Wording.or(words), words, word -> words.contains(word) ? word : null, Object::toString);
  }

  /** A glob of sources. */
  public static SettingType glob() {
    return GLOB;
  }

  private static @Nullable String glob(String text) {
    return text.isEmpty() ? null : text;
  }

  private static SettingType constants(Class<?> type) {
    Map<String, Object> constants =
        Stream.of(type.getEnumConstants())
            .collect(Collectors.toMap(SettingTypes::constant, constant -> constant));
    List<String> words = Stream.of(type.getEnumConstants()).map(SettingTypes::constant).toList();
    return new Scalar(
        Wording.or(words),
        words,
        text -> constants.get(lower(text).replace('_', '-')),
        SettingTypes::constant);
  }

  private static String constant(Object constant) {
    return lower(((Enum<?>) constant).name()).replace('_', '-');
  }

  private static SettingType text(String allowed, Function<String, @Nullable Object> read) {
    return new Scalar(allowed, List.of(), read, value -> ConfigUtil.quoteString(value.toString()));
  }

  private static SettingType bare(String allowed, Function<String, @Nullable Object> read) {
    return new Scalar(allowed, List.of(), read, Object::toString);
  }

  private static SettingType size(Function<String, @Nullable Object> read) {
    return new Scalar(
        SIZE, List.of(), read, value -> Amount.SIZE.write(new BigInteger(value.toString())));
  }

  private static boolean isTexts(Type type) {
    return type instanceof ParameterizedType parameterized
        && parameterized.getRawType() == List.class
        && parameterized.getActualTypeArguments()[0] == String.class;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long whole(String text) {
    try {
      return Long.valueOf(text.trim());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Integer wholeInt(String text) {
    return narrow(whole(text));
  }

  private static @Nullable Integer narrow(@Nullable Long value) {
    return value == null || value != value.intValue() ? null : (Integer) value.intValue();
  }

  private static @Nullable Long size(String text) {
    BigInteger bytes = Amount.SIZE.read(text);
    return bytes == null || bytes.bitLength() >= Long.SIZE ? null : (Long) bytes.longValueExact();
  }

  private static @Nullable Double number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Duration time(String text) {
    BigInteger nanos = Amount.TIME.read(text);
    if (nanos == null) {
      return null;
    }
    try {
      BigInteger[] parts = nanos.divideAndRemainder(BILLION);
      return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static String write(Object duration) {
    Duration time = (Duration) duration;
    return Amount.TIME.write(
        BigInteger.valueOf(time.getSeconds())
            .multiply(BILLION)
            .add(BigInteger.valueOf(time.getNano())));
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The text as it was written, so that {@code 1.10} keeps its zero. */
  private static @Nullable String textOf(ConfigValue written) {
    return switch (written.valueType()) {
      case STRING, BOOLEAN, NUMBER -> written.atKey("value").getString("value");
      case NULL, LIST, OBJECT -> null;
    };
  }

  /** A value that is one text. */
  private record Scalar(
      String allowed,
      List<String> choices,
      Function<String, @Nullable Object> reader,
      Function<Object, String> writer)
      implements SettingType {
    @Override
    public @Nullable Object read(ConfigValue written) {
      String text = textOf(written);
      return text == null ? null : reader.apply(text);
    }

    @Override
    public String write(Object value) {
      return writer.apply(value);
    }
  }

  /** A list of texts, or, where there are no lists, one text with commas. */
  private record Texts() implements SettingType {
    @Override
    public @Nullable Object read(ConfigValue written) {
      if (written instanceof ConfigList list) {
        List<String> texts =
            list.stream().map(SettingTypes::textOf).filter(Objects::nonNull).toList();
        return texts.size() == list.size() ? texts : null;
      }
      String text = textOf(written);
      return text == null ? null : split(text);
    }

    private static List<String> split(String text) {
      return Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    @Override
    public String write(Object value) {
      return ((List<?>) value)
          .stream()
              .map(text -> ConfigUtil.quoteString(String.valueOf(text)))
              .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String allowed() {
      return "a list of texts";
    }
  }
}
