package io.logsink.bench.load;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.bench.stock.LineStock;

/**
 * The records of one source that come in one cadence.
 *
 * @param source whose they are
 * @param cadence when they are due
 * @param stock what they say
 * @param count how many there are
 */
record Lane(Source source, Cadence cadence, LineStock stock, long count) {
  LogRecord record(long number, long dueNanos, Origin origin) {
    return stock.line(number).record(origin.epochNanos() + dueNanos, source);
  }
}
