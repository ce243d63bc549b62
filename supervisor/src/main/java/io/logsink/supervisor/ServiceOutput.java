package io.logsink.supervisor;

/** Where a service prints to. */
public enum ServiceOutput {
  /** A terminal of its own, for both of its outputs: it prints what it would show to people. */
  TERMINAL,

  /** A pipe for each of its two outputs: several times the rate, and it may hold lines back. */
  PIPES
}
