package io.logsink.supervisor.sysmon;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a system monitor samples.
 *
 * @param enabled whether it samples at all
 * @param interval the time between two samples, 1 s to 1 day
 * @param directory the folder whose disk's room is told
 * @param services whether each service has a sample of its own, besides the system's
 */
public record SysmonSettings(boolean enabled, Duration interval, Path directory, boolean services) {
  /** Every ten seconds, the disk of the supervisor's folder, and the services. */
  public static final SysmonSettings DEFAULT =
      new SysmonSettings(true, Duration.ofSeconds(10), Path.of("."), true);

  /** Checks the interval. */
  public SysmonSettings {
    if (interval.compareTo(Duration.ofSeconds(1)) < 0
        || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSettingException("interval", interval, "1 s to 1 day");
    }
  }
}
