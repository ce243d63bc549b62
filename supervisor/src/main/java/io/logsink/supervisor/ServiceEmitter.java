package io.logsink.supervisor;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.pipeline.LogEmitter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.LongAdder;

/**
 * The emitter as one service sees it. When it is closed before the supervisor, records are counted
 * as refused, and the service can still be read and ended.
 */
final class ServiceEmitter {
  private static final Logger LOG = System.getLogger(Supervisor.class.getName());

  private final LogEmitter emitter;
  private final LongAdder emitted = new LongAdder();
  private final LongAdder refused = new LongAdder();

  ServiceEmitter(LogEmitter emitter) {
    this.emitter = emitter;
  }

  /** Emits a record of what the service printed. */
  void emitPrinted(LogRecord record) {
    emit(record);
    emitted.increment();
  }

  void emit(LogRecord record) {
    try {
      emitter.emit(record);
    } catch (IllegalStateException e) {
      refuse(record, e);
    }
  }

  private void refuse(LogRecord record, IllegalStateException e) {
    if (refused.sum() == 0) {
      LOG.log(
          Level.ERROR,
          "records of {0} are lost: the emitter was closed before the supervisor",
          record.source(),
          e);
    }
    refused.increment();
  }

  void endOfSource(Source source) {
    emitter.endOfSource(source);
  }

  long emittedCount() {
    return emitted.sum();
  }

  long refusedCount() {
    return refused.sum();
  }
}
