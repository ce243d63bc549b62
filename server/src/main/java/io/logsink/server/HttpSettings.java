package io.logsink.server;

import io.logsink.api.InvalidSettingException;

/**
 * HTTP on the loopback address 127.0.0.1, and on no other.
 *
 * @param enabled whether to listen there
 * @param port the port; 0 takes any that is free
 */
public record HttpSettings(boolean enabled, int port) {
  private static final int MOST_PORT = 65_535;

  /** Port 7514. */
  public static final HttpSettings DEFAULT = new HttpSettings(true, 7514);

  /** Checks the port. */
  public HttpSettings {
    if (port < 0 || port > MOST_PORT) {
      throw new InvalidSettingException("port", port, "0 to 65535");
    }
  }
}
