package io.logsink.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes: {@code 65536}, {@code 64KiB}, {@code 64MiB}, {@code 1GiB}. */
final class ByteSize implements ITypeConverter<Long> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([KMG]iB)?|([0-9]{1,18})");

  @Override
  public Long convert(String text) {
    Matcher form = FORM.matcher(text);
    long bytes = form.matches() ? bytes(form) : 0;
    if (bytes == 0) {
      throw new TypeConversionException(
          "\"%s\" is not a size above 0, such as 65536, 64KiB, 64MiB or 1GiB".formatted(text));
    }
    return bytes;
  }

  private static long bytes(Matcher form) {
    if (form.group(1) == null) {
      return Long.parseLong(form.group(3));
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "KiB" -> number << 10;
      case "MiB" -> number << 20;
      case "GiB" -> number << 30;
      case null, default -> number;
    };
  }
}
