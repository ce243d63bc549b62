package io.logsink.api;

/**
 * A setting has a value that cannot be. Thrown by the compact constructor of a settings record;
 * whoever read the value from a file adds the file and the line.
 */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String allowed;

  /**
   * With the record component, its value and what is allowed.
   *
   * @param field the name of the record component, {@code windowMaxBytes}
   * @param value the value it got
   * @param allowed what it takes, in words: {@code 1 MiB or more}
   */
  public InvalidSettingException(String field, Object value, String allowed) {
    super("%s must be %s, not %s".formatted(field, allowed, value));
    this.field = field;
    this.value = String.valueOf(value);
    this.allowed = allowed;
  }

  /** The name of the record component. */
  public String field() {
    return field;
  }

  /** The value it got, as text. */
  public String value() {
    return value;
  }

  /** What it takes, in words. */
  public String allowed() {
    return allowed;
  }
}
