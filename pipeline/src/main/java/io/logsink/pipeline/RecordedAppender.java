package io.logsink.pipeline;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogAppender;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;

/**
 * An appender whose appends are told to the flight recorder.
 *
 * @param pipeline what tells this pipeline from others
 * @param appender what appends
 */
record RecordedAppender(String pipeline, LogAppender appender) implements LogAppender {
  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    AppendEvent event = new AppendEvent();
    event.begin();
    try {
      return appender.append(batch);
    } catch (LogSinkException | RuntimeException | Error e) {
      event.outcome = e.getClass().getSimpleName();
      throw e;
    } finally {
      event.end();
      if (event.shouldCommit()) {
        commit(event, batch);
      }
    }
  }

  private void commit(AppendEvent event, LogBatch batch) {
    event.pipeline = pipeline;
    event.recordCount = batch.size();
    event.bodyBytes = batch.bodyBytes();
    event.commit();
  }

  @Override
  public void sync() throws LogSinkException {
    appender.sync();
  }
}
