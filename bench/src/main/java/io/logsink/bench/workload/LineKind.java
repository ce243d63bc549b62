package io.logsink.bench.workload;

/** Where a producer's lines come from. */
public enum LineKind {
  /** Words without meaning, of lengths that are drawn from {@link LengthPlan}. */
  TEXT,
  /** A quiet service: requests, a timer, now and then a warning. */
  SERVICE,
  /** A build: compilers, tests, progress that redraws its line, colours. */
  BUILD,
  /** A web server's access log, in the combined format. */
  ACCESS,
  /** A process that starts, fails with a stack trace, and is started again. */
  CRASH,
  /** Samples of a system monitor: many numbers, also as attributes. */
  SYSMON,
  /** Records of an RPC: short texts with typed attributes. */
  RPC,
  /** What a JVM logs about itself when that is turned up. */
  JVM,
  /** A file, or all files of a folder. */
  PATH,
  /** What a shell command prints. */
  COMMAND
}
