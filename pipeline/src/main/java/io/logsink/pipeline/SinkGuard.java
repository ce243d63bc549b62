package io.logsink.pipeline;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Takes note of what goes wrong with the sink, and ends everything when it is damaged or breaks its
 * contract. Called without the flow's lock, because loggers may end in a pipeline.
 */
final class SinkGuard {
  private static final Logger LOG = System.getLogger(LogPipeline.class.getName());

  private final Flow flow;
  private final SinkWatch watch;

  SinkGuard(Flow flow, SinkWatch watch) {
    this.flow = flow;
    this.watch = watch;
  }

  /** A step that has nothing to store failed: it is done again later, or the sink is broken. */
  void failed(LogSinkException e) {
    if (e instanceof SinkCorruptException) {
      stop(e);
      return;
    }
    flow.lock();
    try {
      watch.fault(describe(e));
    } finally {
      flow.unlock();
    }
    LOG.log(Level.WARNING, "{0}; it is tried again", describe(e));
  }

  /** The sink is broken. */
  void stop(Throwable e) {
    flow.lock();
    try {
      if (flow.isStopped()) {
        return;
      }
      watch.stopped(describe(e));
      flow.stop(describe(e));
    } finally {
      flow.unlock();
    }
    LOG.log(
        Level.ERROR,
        "the pipeline writes nothing any more, and all that comes is counted as failed: "
            + describe(e)
            + "; mend the store and start again",
        e);
  }

  /** Whether the sink is not to be touched any more. */
  boolean isStopped() {
    flow.lock();
    try {
      return flow.isStopped();
    } finally {
      flow.unlock();
    }
  }

  static String describe(Throwable e) {
    String message = e.getMessage();
    return e instanceof LogSinkException && message != null ? message : e.toString();
  }
}
