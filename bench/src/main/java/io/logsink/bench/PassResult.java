package io.logsink.bench;

import io.logsink.api.Capabilities;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one pass over a fresh store came to.
 *
 * @param capabilities what the sink says it can do
 * @param engine the engine's own figures, as read back at the end
 * @param readBack what came of reading everything back, if that was done
 * @param figures what was measured
 * @param recordCount how many records were appended
 * @param bodyBytes the bytes of their bodies
 * @param readNanos the time of asking, sealing and reading back
 */
record PassResult(
    Capabilities capabilities,
    Map<String, String> engine,
    ReadBack readBack,
    Map<Metric, Double> figures,
    int recordCount,
    long bodyBytes,
    long readNanos) {

  /** This with what came of looking at the closed store. */
  PassResult with(ReadBack other) {
    return new PassResult(capabilities, engine, other, figures, recordCount, bodyBytes, readNanos);
  }

  /** This with the size of the closed store; a store that is not in its folder has none. */
  PassResult weighed(long storeBytes) {
    Map<Metric, Double> all = new EnumMap<>(figures);
    if (storeBytes > 0 && bodyBytes > 0) {
      Metric metric = figures.containsKey(Metric.SEAL) ? Metric.SEALED : Metric.DISK;
      all.put(metric, (double) storeBytes / bodyBytes);
    }
    return new PassResult(capabilities, engine, readBack, all, recordCount, bodyBytes, readNanos);
  }
}
