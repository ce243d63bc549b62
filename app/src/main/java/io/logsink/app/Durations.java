package io.logsink.app;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as people write it: {@code 90s}, {@code 10m}. */
record Durations() implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d|w)");

  @Override
  public Duration convert(String text) {
    return parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "not a length of time: \"%s\"; use a number and ms, s, m, h, d or w, such as 10m"
                    .formatted(text)));
  }

  /** Nothing when {@code text} is something else. */
  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(unit(form.group(2)).multipliedBy(Long.parseLong(form.group(1))))
        : Optional.empty();
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
