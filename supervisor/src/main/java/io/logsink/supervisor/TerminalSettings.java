package io.logsink.supervisor;

import io.logsink.api.InvalidSettingException;

/**
 * The size of a service's terminal, in characters.
 *
 * @param columns 1 to 10,000
 * @param rows 1 to 10,000
 */
public record TerminalSettings(int columns, int rows) {
  private static final int MOST = 10_000;

  /** 120 columns, 40 rows. */
  public static final TerminalSettings DEFAULT = new TerminalSettings(120, 40);

  /** Checks the size. */
  public TerminalSettings {
    require("columns", columns);
    require("rows", rows);
  }

  private static void require(String field, int value) {
    if (value < 1 || value > MOST) {
      throw new InvalidSettingException(field, value, "1 to 10000");
    }
  }
}
