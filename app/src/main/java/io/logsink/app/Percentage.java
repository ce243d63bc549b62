package io.logsink.app;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share: {@code 20%} or {@code 0.2}, both of which are 0.2. */
record Percentage() implements ITypeConverter<Double> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)(%?)");
  private static final double HUNDRED = 100;

  @Override
  public Double convert(String text) {
    return parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "\"%s\" is not a share, such as 20%% or 0.2".formatted(text)));
  }

  /** Nothing when {@code text} is something else. */
  static Optional<Double> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(Double.parseDouble(form.group(1)) / (form.group(2).isEmpty() ? 1 : HUNDRED))
        : Optional.empty();
  }
}
