package io.logsink.config.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Amounts written with a unit, such as {@code 64MiB} or {@code 1.5h}. Exact: an amount that is no
 * whole number of the smallest unit is none.
 */
final class Amount {
  /** Times, in nanoseconds. */
  static final Amount TIME =
      new Amount(
          List.of(
              new Unit("d", 86_400_000_000_000L),
              new Unit("h", 3_600_000_000_000L),
              new Unit("m", 60_000_000_000L),
              new Unit("s", 1_000_000_000L),
              new Unit("ms", 1_000_000L),
              new Unit("us", 1_000L),
              new Unit("ns", 1L)),
          List.of());

  /** Sizes, in bytes; a number alone is one of bytes. */
  static final Amount SIZE =
      new Amount(
          List.of(
              new Unit("TiB", 1L << 40),
              new Unit("GiB", 1L << 30),
              new Unit("MiB", 1L << 20),
              new Unit("KiB", 1L << 10),
              new Unit("", 1L)),
          List.of(
              new Unit("TB", 1_000_000_000_000L),
              new Unit("GB", 1_000_000_000L),
              new Unit("MB", 1_000_000L),
              new Unit("kB", 1_000L),
              new Unit("B", 1L)));

  /** Few enough digits that reading them takes no time. */
  private static final Pattern AMOUNT =
      Pattern.compile("(-?[0-9]{1,30}(?:\\.[0-9]{1,30})?)\\s*([A-Za-z]*)");

  /** The units it is written in, largest first. */
  private final List<Unit> written;

  private final Map<String, Long> read;

  private record Unit(String name, long factor) {}

  private Amount(List<Unit> written, List<Unit> readToo) {
    this.written = written;
    this.read =
        Stream.concat(written.stream(), readToo.stream())
            .collect(Collectors.toMap(unit -> lower(unit.name()), Unit::factor));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The amount in the smallest unit, or null when {@code text} is none. */
  @Nullable BigInteger read(String text) {
    Matcher matcher = AMOUNT.matcher(text.trim());
    Long factor = matcher.matches() ? read.get(lower(matcher.group(2))) : null;
    if (factor == null) {
      return null;
    }
    BigDecimal amount = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor));
    return amount.stripTrailingZeros().scale() > 0 ? null : amount.toBigIntegerExact();
  }

  /** Written with the largest unit that leaves a whole number. */
  String write(BigInteger amount) {
    return written.stream()
        .filter(unit -> amount.mod(BigInteger.valueOf(unit.factor())).signum() == 0)
        .filter(unit -> amount.signum() != 0 || unit.factor() == zeroFactor())
        .findFirst()
        .map(unit -> amount.divide(BigInteger.valueOf(unit.factor())) + unit.name())
        .orElseThrow();
  }

  /** Nothing is written in seconds or bytes. */
  private long zeroFactor() {
    return this == TIME ? 1_000_000_000L : 1L;
  }
}
