package io.logsink.server.wire;

/** A field of a request has a value that cannot be. */
public final class InvalidFieldException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_LENGTH = 80;

  private final String field;
  private final String value;
  private final String allowed;

  /**
   * With the field, its value and what is allowed.
   *
   * @param field the field from the parameters on, {@code records[3].severity}
   * @param value the value it got, as JSON
   * @param allowed what it takes, in words
   */
  public InvalidFieldException(String field, String value, String allowed) {
    super("%s must be %s, not %s".formatted(field, allowed, shortened(value)));
    this.field = field;
    this.value = shortened(value);
    this.allowed = allowed;
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN_LENGTH
        ? value
        : value.substring(0, SHOWN_LENGTH) + "... (%d characters)".formatted(value.length());
  }

  /** The field, from the parameters on. */
  public String field() {
    return field;
  }

  /** The value it got; its beginning when it is long. */
  public String value() {
    return value;
  }

  /** What it takes, in words. */
  public String allowed() {
    return allowed;
  }
}
