package io.logsink.supervisor.sysmon;

/** How much a counter of the system has grown since it was looked at last. */
final class Growth {
  private long last;

  Growth(long first) {
    this.last = first;
  }

  /** 0 for a counter that has fallen, because a device went. */
  long to(long now) {
    long growth = Math.max(0, now - last);
    last = now;
    return growth;
  }
}
