package io.logsink.api;

/**
 * What a sink may be able to do beyond appending and reading forwards. What is not declared is
 * refused, never approximated.
 */
public enum Feature {
  /** Pages in direction {@link io.logsink.api.query.Direction#BACKWARD}. */
  READ_BACKWARD,
  /** Pages that start {@linkplain io.logsink.api.query.Position.At at a time}. */
  SEEK_TIME,
  /** Filters other than {@link io.logsink.api.query.LogFilter.All}. */
  FILTER,
  /** {@link LogReader#histogram}. */
  HISTOGRAM,
  /** A batch becomes visible, and survives a crash, as a whole or not at all. */
  ATOMIC_BATCH,
  /** What was stored up to {@code close} is there when the store is opened again. */
  REOPEN,
  /** A second owner of the same store is refused while the first is open. */
  SINGLE_OWNER,
  /** The store can be opened read-only while its owner, in this process or another, has it open. */
  READ_BESIDE_OWNER,
  /** {@link LogSink#maintain} removes what is older than the configured age. */
  RETENTION_AGE,
  /** {@link LogSink#maintain} keeps the store under the configured number of bytes. */
  RETENTION_BYTES
}
