package io.logsink.api;

/** Which event what was stored survives, weakest first. */
public enum Durability {
  /** Nothing is promised once the process ends. */
  VOLATILE,
  /**
   * Survives the end of the process by any means, {@code SIGKILL} included, while the operating
   * system goes on.
   */
  PROCESS_CRASH,
  /**
   * Survives the loss of power or a crash of the operating system, as far as the disk keeps its
   * word about flushes.
   */
  POWER_LOSS;

  /** Whether this promises what {@code other} promises, or more. */
  public boolean atLeast(Durability other) {
    return compareTo(other) >= 0;
  }
}
