package io.logsink.pipeline;

/** Where an item is. */
enum Place {
  /** With its producer: not emitted yet. */
  NEW,
  /** With a reducer, which may still need it. */
  HELD,
  /** In the queue. */
  QUEUED,
  /** With the drainer, on its way into the sink. */
  IN_HAND,
  /** It has a fate. */
  DONE;

  /** Whether the pipeline has it and answers for it. */
  boolean isInFlight() {
    return this == HELD || this == QUEUED || this == IN_HAND;
  }
}
