package io.logsink.bench.micro;

/** Something that takes records from many threads and hands them to one. */
interface EmitTarget {
  /** The records that may wait, as far as the target can be told. */
  int QUEUE_COUNT = 50_000;

  /** What emits one record as the producer {@code name}. */
  Runnable producer(String name);

  /** Waits until everything that is queued came out; returns how many records did. */
  long close();
}
