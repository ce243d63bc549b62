package io.logsink.api.record;

/**
 * How severe a record is: the 24 severity numbers of the OpenTelemetry log data model, in their
 * order. A producer that knows no severity uses {@link #INFO}.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber">SeverityNumber</a>
 */
public enum Severity {
  TRACE,
  TRACE2,
  TRACE3,
  TRACE4,
  DEBUG,
  DEBUG2,
  DEBUG3,
  DEBUG4,
  INFO,
  INFO2,
  INFO3,
  INFO4,
  WARN,
  WARN2,
  WARN3,
  WARN4,
  ERROR,
  ERROR2,
  ERROR3,
  ERROR4,
  FATAL,
  FATAL2,
  FATAL3,
  FATAL4;

  private static final Severity[] VALUES = values();

  /** The severity number, 1 ({@link #TRACE}) to 24 ({@link #FATAL4}). */
  @SuppressWarnings(
      "EnumOrdinal") // the constants stand in the order of their numbers, by definition
  public int number() {
    return ordinal() + 1;
  }

  /** Whether this is {@code other} or more severe. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /**
   * The severity with that number.
   *
   * @throws IllegalArgumentException when {@code number} is not 1 to 24
   */
  public static Severity ofNumber(int number) {
    if (number < 1 || number > VALUES.length) {
      throw new IllegalArgumentException("severity number must be 1 to 24, not " + number);
    }
    return VALUES[number - 1];
  }
}
