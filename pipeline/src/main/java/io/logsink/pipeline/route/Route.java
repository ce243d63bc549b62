package io.logsink.pipeline.route;

import io.logsink.api.InvalidSettingException;

/**
 * Which sink the records of some sources go to.
 *
 * @param sources the glob of the sources it is for, {@code pty:*}
 * @param sink the name of the sink
 */
public record Route(String sources, String sink) {
  /** Checks the values. */
  public Route {
    if (sources.isEmpty()) {
      throw new InvalidSettingException("sources", "\"\"", "a glob such as pty:*");
    }
    if (!SinkName.isOne(sink)) {
      throw new InvalidSettingException("sink", "\"%s\"".formatted(sink), SinkName.ALLOWED);
    }
  }
}
