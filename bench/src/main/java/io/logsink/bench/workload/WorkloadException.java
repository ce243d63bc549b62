package io.logsink.bench.workload;

import java.util.List;

/**
 * A workload's file cannot be used. Says everything that is wrong with it at once, a line each with
 * the file and line it is in; the way out is to correct that and read it again.
 */
public final class WorkloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkloadException(List<String> problems) {
    super(String.join("\n", problems));
  }

  /** What is wrong: one sentence each, at least one. */
  public List<String> problems() {
    return String.valueOf(getMessage()).lines().toList();
  }
}
