package io.logsink.bench.host;

import java.util.List;

/** The machine does too much else for anything to be measured; the message says what. */
public final class HostBusyException extends Exception {
  private static final long serialVersionUID = 1L;

  private HostBusyException(String message) {
    super(message);
  }

  /**
   * Does nothing when the machine is quiet.
   *
   * @throws HostBusyException when it is not
   */
  public static void throwIfBusy(HostLoad before, int coreCount) throws HostBusyException {
    List<String> complaints = HostLimits.BEFORE.complaints(before, coreCount);
    if (!complaints.isEmpty()) {
      throw new HostBusyException(
          "the host is busy, so nothing could be told: %s; wait until it is quiet, or go on with --force"
              .formatted(String.join("; ", complaints)));
    }
  }
}
