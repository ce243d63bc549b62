package io.logsink.supervisor;

import io.logsink.api.InvalidSettingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a supervisor runs.
 *
 * @param services the services by name, which is 1 to {@value #MAX_NAME_LENGTH} letters, digits,
 *     {@code .}, {@code _} and {@code -}; started in this order
 */
public record SupervisorSettings(Map<String, ServiceSettings> services) {
  /** The longest name of a service. */
  public static final int MAX_NAME_LENGTH = 100;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_NAME_LENGTH + "}");

  /** No services. */
  public static final SupervisorSettings DEFAULT = new SupervisorSettings(Map.of());

  /** Checks the names, and that each service has a command. */
  public SupervisorSettings {
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    services.forEach(SupervisorSettings::require);
  }

  private static void require(String name, ServiceSettings service) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidSettingException(
          "services",
          "\"" + name + "\"",
          "named by 1 to 100 of A-Z, a-z, 0-9, \".\", \"_\", \"-\"");
    }
    if (service.command().isEmpty() || service.command().getFirst().isEmpty()) {
      throw new InvalidSettingException(
          "services." + name + ".command", service.command(), "a program and its arguments");
    }
  }
}
