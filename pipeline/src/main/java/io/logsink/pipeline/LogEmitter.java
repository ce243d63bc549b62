package io.logsink.pipeline;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;

/** What producers see of a pipeline. Safe from any number of threads. */
public interface LogEmitter {
  /**
   * Takes {@code record}, whatever becomes of it. Never waits, unless the rule of the source says
   * {@link Overflow#BLOCK}.
   *
   * @throws IllegalStateException when the pipeline is closed; the record is not counted
   * @throws IllegalArgumentException when the record's source is {@link LogPipeline#OWN_SOURCE}
   */
  void emit(LogRecord record);

  /**
   * Says that {@code source} has ended, for now: its last lines go into the queue, also those that
   * rate limits and sampling would have dropped. Does nothing for a source that never emitted or
   * has no reducers.
   */
  void endOfSource(Source source);
}
